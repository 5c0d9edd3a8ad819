package org.prevenance.sources;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prevenance.sources.Mapping.EventMapping;
import org.prevenance.sources.Mapping.Layout;
import org.prevenance.sources.Mapping.Writing;
import org.prevenance.sources.Value.Column;
import org.prevenance.vocabulary.Vocabulary;

/// Files whose columns already are an event's: `id`, `source`, `type`, `subject`, `time`, `recordedtime`, and the data
/// either as JSON in `data` or as one column per field, `data.bytes` or `data_bytes`. They need no mapping.
///
/// Money is one column (`29.99 EUR`) or two (`data.amount.amount`, `data.amount.currency`).
final class EventColumns {
    private static final Set<String> ENVELOPE = Set.of(
            "id",
            "source",
            "type",
            "subject",
            "time",
            "recordedtime",
            "corrects",
            "retracts",
            "data",
            "specversion",
            "datacontenttype",
            "dataschema");

    /// For files that are no CSV.
    static final Layout NO_LAYOUT = new Layout(',', '"', java.nio.charset.StandardCharsets.UTF_8, true, List.of(), 0);

    private EventColumns() {}

    /// The mapping that such columns mean, or null where they are not an event's.
    static @Nullable Mapping mapping(List<String> header, Layout layout, Vocabulary vocabulary) {
        Set<String> names = new HashSet<>(header);
        boolean envelope =
                names.contains("id") && names.contains("type") && names.contains("subject") && names.contains("time");
        if (!envelope || !header.stream().allMatch(name -> ENVELOPE.contains(name) || path(name) != null)) {
            return null;
        }
        Map<String, FieldSource> data = new LinkedHashMap<>();
        Set<String> declared = declared(vocabulary);
        for (String name : header) {
            String path = path(name);
            if (path != null) {
                add(data, path, name, names, declared);
            }
        }
        boolean json = names.contains("data") && data.isEmpty();
        EventMapping event = new EventMapping(
                column("type"),
                column("id"),
                names.contains("source") ? column("source") : null,
                column("subject"),
                column("time"),
                names.contains("recordedtime") ? column("recordedtime") : null,
                !json && names.contains("corrects") ? column("corrects") : null,
                !json && names.contains("retracts") ? column("retracts") : null,
                List.of(),
                data,
                json ? "data" : null,
                "the header");
        return new Mapping(List.of(), null, layout, Writing.PLAIN, List.of(event), "the header");
    }

    private static void add(
            Map<String, FieldSource> data, String path, String name, Set<String> names, Set<String> declared) {
        String known = known(path, declared);
        if (known.endsWith(".currency") && isMoney(name, ".currency", ".amount", names)) {
            return;
        }
        if (known.endsWith(".amount") && isMoney(name, ".amount", ".currency", names)) {
            String currency = name.substring(0, name.length() - 6) + "currency";
            data.put(known.substring(0, known.length() - 7), new FieldSource.Money(column(name), column(currency)));
            return;
        }
        data.put(known, new FieldSource.Single(column(name)));
    }

    private static boolean isMoney(String name, String end, String other, Set<String> names) {
        String stem = name.substring(0, name.length() - end.length());
        return names.contains(stem + other) || names.contains(stem + other.replace('.', '_'));
    }

    /// `rules_minAge` also means `rules.minAge`, `amount_currency` also `amount.currency`.
    private static String known(String path, Set<String> declared) {
        if (declared.contains(path)) {
            return path;
        }
        int last = path.lastIndexOf('_');
        String dotted = last < 0 ? path : path.substring(0, last) + "." + path.substring(last + 1);
        boolean money = dotted.endsWith(".amount") || dotted.endsWith(".currency");
        return declared.contains(dotted) || money ? dotted : path;
    }

    private static Set<String> declared(Vocabulary vocabulary) {
        Set<String> declared = new HashSet<>();
        vocabulary
                .types()
                .forEach(type -> type.fields().forEach(field -> {
                    declared.add(field.name());
                    field.parts().forEach(part -> declared.add(field.name() + "." + part.name()));
                }));
        return declared;
    }

    private static @Nullable String path(String name) {
        boolean data = name.length() > 5 && name.startsWith("data") && (name.charAt(4) == '.' || name.charAt(4) == '_');
        return data ? name.substring(5) : null;
    }

    private static Value column(String name) {
        return Value.of(new Column(name), "the header");
    }
}
