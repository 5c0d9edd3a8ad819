package org.prevenance.sources;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.intake.EventReader;
import org.prevenance.intake.Refusal;

/// Reads a row whose data is a JSON object in one cell: it is put into a CloudEvent and read like any other. Not
/// thread-safe.
final class JsonEnvelope {
    private final EventReader reader;
    private final StringBuilder json = new StringBuilder();

    JsonEnvelope(EventReader reader) {
        this.reader = reader;
    }

    JsonEnvelope start() {
        json.setLength(0);
        json.append("{\"specversion\":\"1.0\"");
        return this;
    }

    JsonEnvelope attribute(String name, @Nullable String text) {
        if (text != null) {
            json.append(",\"").append(name).append("\":\"");
            for (int i = 0; i < text.length(); i++) {
                append(text.charAt(i));
            }
            json.append('"');
        }
        return this;
    }

    JsonEnvelope instant(String name, long micros) {
        return micros == Raw.ABSENT ? this : attribute(name, DateReader.isoInstant(micros));
    }

    /// @param data a JSON object; null: none
    @Nullable
    Refusal read(@Nullable String data, Event into) {
        if (data != null) {
            json.append(",\"data\":").append(data);
        }
        byte[] bytes = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
        return reader.read(bytes, 0, bytes.length, into);
    }

    private void append(char c) {
        if (c == '"' || c == '\\') {
            json.append('\\').append(c);
        } else if (c < ' ') {
            json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
        } else {
            json.append(c);
        }
    }
}
