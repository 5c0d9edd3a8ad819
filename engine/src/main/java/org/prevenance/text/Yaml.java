package org.prevenance.text;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A YAML value with the place where it is written.
public sealed interface Yaml {
    Place place();

    /// What a person would call it: `text`, `a list`, …
    String what();

    /// @param entries by key, in order of writing
    record Mapping(Place place, Map<String, Entry> entries) implements Yaml {
        public @Nullable Yaml get(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }

        @Override
        public String what() {
            return "a mapping";
        }
    }

    record Entry(Place key, Yaml value) {}

    record Items(Place place, List<Yaml> items) implements Yaml {
        @Override
        public String what() {
            return "a list";
        }
    }

    /// @param type    what YAML 1.2 takes the scalar for
    /// @param offsets for each character of `text`, and for its end, the offset in the file
    record Scalar(Place place, String text, Type type, int[] offsets) implements Yaml {
        /// The place in the file of some characters of the text.
        public Place at(int start, int end) {
            int from = offsets[Math.clamp(start, 0, text.length())];
            int to = end <= start ? from + 1 : offsets[Math.min(end - 1, text.length())] + 1;
            return place.in().at(from, Math.max(from + 1, to));
        }

        @Override
        public String what() {
            return switch (type) {
                case TEXT -> "text";
                case BOOL -> "true or false";
                case WHOLE -> "a whole number";
                case NUMBER -> "a number";
                case NULL -> "nothing";
            };
        }
    }

    enum Type {
        TEXT,
        BOOL,
        WHOLE,
        NUMBER,
        NULL
    }
}
