package org.prevenance.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/// Reads the bytes of one JSON text into a tree. Only UTF-8 is read, as RFC 8259 asks, and no other encoding is
/// guessed.
final class JsonTree {
    private final JsonFactory factory = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .build();

    /// Why the bytes are no JSON.
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(String reason) {
            super(reason, null, false, false);
        }
    }

    /// @throws Broken naming the byte, counted from 1, at which the text breaks
    Json read(byte[] buffer, int from, int to) throws Broken {
        int invalid = Utf8.firstInvalid(buffer, from, to);
        if (invalid >= 0) {
            throw new Broken("Broken text: byte %d (0x%02X) is not UTF-8; was the file saved in another encoding?"
                    .formatted(invalid - from + 1, buffer[invalid]));
        }
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), buffer, from, to - from)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new Broken("Broken JSON: there is nothing but white space, expected one object.");
            }
            Json tree = value(parser, first);
            if (parser.nextToken() != null) {
                throw new Broken("Broken JSON at byte %d: more follows after the end of the value, expected one object."
                        .formatted(parser.currentTokenLocation().getByteOffset() + 1));
            }
            return tree;
        } catch (JacksonException e) {
            throw new Broken("Broken JSON at byte %d: %s."
                    .formatted(e.getLocation().getByteOffset() + 1, withoutPeriod(e.getOriginalMessage())));
        }
    }

    private static Json value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> new Json.Text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Number(parser.getString());
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> new Json.Null();
            case START_ARRAY -> array(parser);
            case START_OBJECT -> struct(parser);
            default -> throw new IllegalStateException("No value starts with the token (" + token + ").");
        };
    }

    private static Json array(JsonParser parser) {
        List<Json> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token));
        }
        return new Json.Array(items);
    }

    private static Json struct(JsonParser parser) {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            members.put(name, value(parser, parser.nextToken()));
        }
        return new Json.Struct(members);
    }

    private static String withoutPeriod(String message) {
        String line = message.lines().findFirst().orElse("it cannot be read");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
