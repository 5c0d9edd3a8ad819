package org.prevenance.intake;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A JSON value as written: numbers keep their text, and of keys that come twice the last one stands.
sealed interface Json {
    record Text(String value) implements Json {}

    record Number(String text) implements Json {}

    record Bool(boolean value) implements Json {}

    record Null() implements Json {}

    record Array(List<Json> items) implements Json {}

    record Struct(Map<String, Json> members) implements Json {}

    /// `Found the text "abc"`, for the reason of a refusal.
    default String found() {
        return "Found "
                + switch (this) {
                    case Text(String value) -> "the text \"" + Found.shortened(value) + "\"";
                    case Number(String text) -> "the number " + Found.shortened(text);
                    case Bool(boolean value) -> value ? "true" : "false";
                    case Null() -> "null";
                    case Array _ -> "a list";
                    case Struct _ -> "an object";
                };
    }

    /// The value as JSON without white space.
    default String written() {
        return switch (this) {
            case Text(String value) -> quoted(value);
            case Number(String text) -> text;
            case Bool(boolean value) -> value ? "true" : "false";
            case Null() -> "null";
            case Array(List<Json> items) ->
                items.stream().map(Json::written).collect(Collectors.joining(",", "[", "]"));
            case Struct(Map<String, Json> members) ->
                members.entrySet().stream()
                        .map(member -> quoted(member.getKey()) + ":"
                                + member.getValue().written())
                        .collect(Collectors.joining(",", "{", "}"));
        };
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
