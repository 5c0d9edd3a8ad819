package org.prevenance.intake;

import java.util.List;
import java.util.Map;

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
        return "Found " + switch (this) {
            case Text(String value) -> "the text \"" + Found.shortened(value) + "\"";
            case Number(String text) -> "the number " + Found.shortened(text);
            case Bool(boolean value) -> value ? "true" : "false";
            case Null() -> "null";
            case Array(_) -> "a list";
            case Struct(_) -> "an object";
        };
    }
}
