package org.prevenance.scenario;

import java.util.Map;
import java.util.StringJoiner;

/// Writes JSON, in one line.
final class JsonText {
    private JsonText() {}

    /// An object whose values are JSON already.
    static String object(Map<String, String> members) {
        StringJoiner joined = new StringJoiner(",", "{", "}");
        members.forEach((name, value) -> joined.add(string(name) + ":" + value));
        return joined.toString();
    }

    static String string(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
