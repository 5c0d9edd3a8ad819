package org.prevenance.bench;

import com.alibaba.fastjson2.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Only reads the file, and answers nothing: how fast anything on one thread with this parser could be.
public final class ParseOnly {
    private ParseOnly() {}

    /// What fastjson2 fills for each event.
    record Line(
            String id,
            String source,
            String type,
            String subject,
            String time,
            @Nullable Data data) {}

    record Data(
            @Nullable Long bytes,
            @Nullable String bill,
            @Nullable String contractId) {}

    /// Visits every token with Jackson and decodes every value.
    ///
    /// @return the number of events
    public static long jackson(Path events) throws IOException {
        long count = 0;
        long decoded = 0;
        try (InputStream in = Files.newInputStream(events);
                JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case START_OBJECT -> depth++;
                    case END_OBJECT -> {
                        if (--depth == 0) {
                            count++;
                        }
                    }
                    case VALUE_STRING -> decoded += parser.getStringLength();
                    case VALUE_NUMBER_INT -> decoded += parser.getLongValue();
                    default -> decoded++;
                }
            }
        }
        return notForgotten(count, decoded);
    }

    /// Reads each line into a record with fastjson2.
    ///
    /// @return the number of events
    public static long fastjson(Path events) throws IOException {
        long count = 0;
        long decoded = 0;
        byte[] buffer = new byte[1 << 20];
        int held = 0;
        try (InputStream in = Files.newInputStream(events)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer, held, buffer.length - held)) {
                int end = held + read;
                int from = 0;
                for (int at = held; at < end; at++) {
                    if (buffer[at] == '\n') {
                        decoded += subjectLength(buffer, from, at - from);
                        count++;
                        from = at + 1;
                    }
                }
                held = end - from;
                System.arraycopy(buffer, from, buffer, 0, held);
                if (held == buffer.length) {
                    buffer = Arrays.copyOf(buffer, 2 * buffer.length);
                }
            }
        }
        if (held > 0) {
            decoded += subjectLength(buffer, 0, held);
            count++;
        }
        return notForgotten(count, decoded);
    }

    private static int subjectLength(byte[] line, int offset, int length) {
        Line read = JSON.parseObject(line, offset, length, Line.class);
        return read.subject().length();
    }

    /// Keeps the compiler from dropping the decoding.
    private static long notForgotten(long count, long decoded) {
        return decoded == Long.MIN_VALUE ? -1 : count;
    }
}
