package org.prevenance.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads what the question needs from a file of NDJSON events, by hand and for this one question: the fastest that
/// Jackson streaming allows. It neither validates nor removes duplicates. Not thread-safe.
///
/// After [#next] the accessors describe the event read, until the next call.
public final class EventReader implements AutoCloseable {
    /// The event types that matter here.
    public enum Kind {
        INSTALLED,
        USAGE,
        BILL,
        OTHER
    }

    private static final JsonFactory JSON = new JsonFactory();
    private static final char[] USAGE = "device.usage".toCharArray();
    private static final char[] BILL = "bill.issued".toCharArray();
    private static final char[] INSTALLED = "device.installed".toCharArray();
    private static final char[] DEVICE = "device/".toCharArray();
    private static final char[] CONTRACT = "contract/".toCharArray();

    private final JsonParser parser;
    private final Keys devices = new Keys();
    private final Keys contracts = new Keys();
    private long events;
    private Kind kind = Kind.OTHER;
    private int device;
    private int contract;
    private long time;
    private long bytes;
    private @Nullable String bill;

    /// Reads from the stream, which [#close] closes.
    public EventReader(InputStream in) {
        parser = JSON.createParser(ObjectReadContext.empty(), in);
    }

    public static EventReader of(Path file) throws IOException {
        return new EventReader(Files.newInputStream(file));
    }

    /// Moves to the next event.
    ///
    /// @return false at the end of the file
    public boolean next() {
        JsonToken token = parser.nextToken();
        if (token == null) {
            return false;
        }
        kind = Kind.OTHER;
        device = -1;
        contract = -1;
        time = Long.MIN_VALUE;
        bytes = -1;
        bill = null;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            switch (name) {
                case "type" -> kind = kindHere();
                case "subject" -> readSubject();
                case "time" ->
                    time = Times.micros(
                            parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
                case "data" -> readData();
                default -> parser.skipChildren();
            }
        }
        events++;
        return true;
    }

    private void readData() {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            switch (name) {
                case "bytes" -> bytes = parser.getLongValue();
                case "bill" -> bill = parser.getString();
                case "contractId" ->
                    contract = contracts.number(
                            parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
                default -> parser.skipChildren();
            }
        }
    }

    private Kind kindHere() {
        if (startsWith(USAGE, true)) {
            return Kind.USAGE;
        }
        if (startsWith(BILL, true)) {
            return Kind.BILL;
        }
        return startsWith(INSTALLED, true) ? Kind.INSTALLED : Kind.OTHER;
    }

    private void readSubject() {
        if (startsWith(DEVICE, false)) {
            device = numberAfter(DEVICE, devices);
        } else if (startsWith(CONTRACT, false)) {
            contract = numberAfter(CONTRACT, contracts);
        }
    }

    private int numberAfter(char[] prefix, Keys keys) {
        return keys.number(
                parser.getStringCharacters(),
                parser.getStringOffset() + prefix.length,
                parser.getStringLength() - prefix.length);
    }

    private boolean startsWith(char[] expected, boolean whole) {
        int length = parser.getStringLength();
        if (length < expected.length || (whole && length != expected.length)) {
            return false;
        }
        char[] chars = parser.getStringCharacters();
        int offset = parser.getStringOffset();
        for (int i = 0; i < expected.length; i++) {
            if (chars[offset + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    public Kind kind() {
        return kind;
    }

    /// The number of the device that the event is about, or -1.
    public int device() {
        return device;
    }

    /// The number of the contract that the event is about or names, or -1.
    public int contract() {
        return contract;
    }

    /// The id of a contract by its number.
    public String contractId(int number) {
        return contracts.text(number);
    }

    /// When it happened, microseconds since 1970 UTC.
    public long time() {
        return time;
    }

    /// The bytes of a usage, or -1 when it has none.
    public long bytes() {
        return bytes;
    }

    /// The number of a bill.
    ///
    /// @throws IllegalStateException when the event has none
    public String bill() {
        String here = bill;
        if (here == null) {
            throw new IllegalStateException("Event " + events + " is a bill without data.bill.");
        }
        return here;
    }

    /// How many events were read so far.
    public long events() {
        return events;
    }

    @Override
    public void close() {
        parser.close();
    }
}
