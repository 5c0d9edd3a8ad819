package org.prevenance.simulator.csv;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/// An event's values by their paths: `id`, `data.amount.amount`, `data.lines.0.label`.
///
/// @param values as they are written in the line
record JsonLine(Map<String, String> values) {
    private static final JsonFactory FACTORY = new JsonFactory();

    /// Reads a line; null if it is none.
    static @Nullable JsonLine read(byte[] bytes, int offset, int size) {
        Map<String, String> values = new HashMap<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, offset, size)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            object(parser, "", values);
            return new JsonLine(values);
        } catch (StreamReadException e) {
            return null;
        }
    }

    private static void object(JsonParser parser, String path, Map<String, String> values) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = path + parser.currentName();
            parser.nextToken();
            value(parser, name, values);
        }
    }

    private static void value(JsonParser parser, String path, Map<String, String> values) {
        switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, path + ".", values);
            case START_ARRAY -> {
                for (int item = 0; parser.nextToken() != JsonToken.END_ARRAY; item++) {
                    value(parser, path + "." + item, values);
                }
            }
            default -> values.put(path, parser.getString());
        }
    }

    @Nullable
    String get(String path) {
        return values.get(path);
    }

    String text(String path) {
        return values.getOrDefault(path, "");
    }

    @Override
    public Map<String, String> values() {
        return Collections.unmodifiableMap(values);
    }
}
