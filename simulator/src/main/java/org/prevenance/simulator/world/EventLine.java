package org.prevenance.simulator.world;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One CloudEvent as a line of JSON, built in place and used again and again. Not thread-safe.
///
/// Times are seconds since 1970 UTC, dates are days since 1970, money is cents of a euro.
public final class EventLine {
    public static final int DAY_SECONDS = 86_400;
    private static final int DATES = 16;

    private byte[] bytes = new byte[1024];
    private int length;
    private boolean first = true;
    /// The dates written lately, by the last bits of the day: one line names several neighbouring days.
    private final int[] datedDays = new int[DATES];

    private final byte[][] dates = new byte[DATES][0];

    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /// Starts a line up to and including the opening of `data`.
    public EventLine begin(String source, String type, String subject, String id, long time, long known) {
        return beginRaw()
                .raw("{\"specversion\":\"1.0\",\"id\":\"")
                .raw(id)
                .raw("\",\"source\":\"")
                .raw(source)
                .raw("\",\"type\":\"")
                .raw(type)
                .raw("\",\"subject\":\"")
                .raw(subject)
                .raw("\",\"time\":\"")
                .instant(time)
                .raw("\",\"recordedtime\":\"")
                .instant(known)
                .openData();
    }

    /// Starts an empty line, for callers that prepared its beginning.
    public EventLine beginRaw() {
        length = 0;
        return this;
    }

    public EventLine openData() {
        raw("\",\"data\":{");
        first = true;
        return this;
    }

    /// Closes `data`, the event and the line.
    public EventLine end() {
        return raw("}}\n");
    }

    public EventLine text(String name, @Nullable String value) {
        return value == null ? this : name(name).quoted(value);
    }

    public EventLine whole(String name, long value) {
        return name(name).digits(value);
    }

    public EventLine bool(String name, boolean value) {
        return name(name).raw(value ? "true" : "false");
    }

    public EventLine date(String name, int day) {
        return name(name).raw("\"").day(day).raw("\"");
    }

    public EventLine money(String name, long cents) {
        return name(name).moneyValue(cents);
    }

    /// A position on the map, in degrees with four digits after the point.
    public EventLine degrees(String name, long tenThousandths) {
        name(name);
        if (tenThousandths < 0) {
            put((byte) '-');
        }
        long size = Math.abs(tenThousandths);
        digits(size / 10_000).put((byte) '.');
        return padded(size % 10_000, 4);
    }

    /// A number with three digits after the point, such as kilowatt-hours from watt-hours.
    public EventLine thousandths(String name, long value) {
        name(name);
        if (value < 0) {
            put((byte) '-');
        }
        long size = Math.abs(value);
        return digits(size / 1_000).put((byte) '.').padded(size % 1_000, 3);
    }

    /// A price in ten-thousandths of a euro, for what is sold by the litre or kilowatt-hour.
    public EventLine price(String name, long tenThousandths) {
        return name(name)
                .raw("{\"amount\":\"")
                .digits(tenThousandths / 10_000)
                .put((byte) '.')
                .padded(tenThousandths % 10_000, 4)
                .raw("\",\"currency\":\"EUR\"}");
    }

    /// A list of texts.
    public EventLine texts(String name, List<String> values) {
        name(name).raw("[");
        for (int i = 0; i < values.size(); i++) {
            raw(i == 0 ? "" : ",").quoted(values.get(i));
        }
        return raw("]");
    }

    public EventLine instant(String name, long seconds) {
        return name(name).raw("\"").instant(seconds).raw("\"");
    }

    public EventLine name(String name) {
        if (!first) {
            put((byte) ',');
        }
        first = false;
        return raw("\"").raw(name).raw("\":");
    }

    public EventLine moneyValue(long cents) {
        raw("{\"amount\":\"");
        if (cents < 0) {
            put((byte) '-');
        }
        long size = Math.abs(cents);
        return digits(size / 100).put((byte) '.').padded(size % 100, 2).raw("\",\"currency\":\"EUR\"}");
    }

    /// A JSON string; the text must hold no control characters.
    public EventLine quoted(String value) {
        return raw("\"").raw(value.replace("\\", "\\\\").replace("\"", "\\\"")).raw("\"");
    }

    public EventLine raw(String text) {
        int size = text.length();
        room(size);
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                byte[] rest = text.substring(i).getBytes(StandardCharsets.UTF_8);
                length += i;
                return raw(rest, rest.length);
            }
            bytes[length + i] = (byte) c;
        }
        length += size;
        return this;
    }

    public EventLine raw(byte[] source, int count) {
        room(count);
        System.arraycopy(source, 0, bytes, length, count);
        length += count;
        return this;
    }

    public EventLine digits(long value) {
        if (value < 0) {
            return put((byte) '-').digits(-value);
        }
        int size = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            size++;
        }
        return padded(value, size);
    }

    public EventLine padded(long value, int size) {
        room(size);
        long rest = value;
        for (int i = size - 1; i >= 0; i--) {
            bytes[length + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += size;
        return this;
    }

    public EventLine instant(long seconds) {
        int day = (int) Math.floorDiv(seconds, DAY_SECONDS);
        int second = (int) Math.floorMod(seconds, (long) DAY_SECONDS);
        return day(day).put((byte) 'T')
                .padded(second / 3600, 2)
                .put((byte) ':')
                .padded(second / 60 % 60, 2)
                .put((byte) ':')
                .padded(second % 60, 2)
                .put((byte) 'Z');
    }

    public EventLine day(int epochDay) {
        int place = epochDay & (DATES - 1);
        byte[] date = dates[place];
        if (date.length == 0 || datedDays[place] != epochDay) {
            date = LocalDate.ofEpochDay(epochDay).toString().getBytes(StandardCharsets.US_ASCII);
            dates[place] = date;
            datedDays[place] = epochDay;
        }
        return raw(date, date.length);
    }

    private EventLine put(byte single) {
        room(1);
        bytes[length++] = single;
        return this;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
