package org.prevenance.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Tells which bills the cases of `prevenance check --format json` are about.
///
/// The signal is judged at bills only. A case opens at the first flagged bill, stays open over those that follow, and
/// closes at the first one that is not flagged: the bills between are the flagged ones. A bill is judged when it
/// becomes known, which is up to an hour after it was issued.
final class FlaggedCases {
    private static final JsonFactory JSON = new JsonFactory();

    private static final long LATEST_KNOWN = 3_600_000_000L;

    private record Spell(String contract, long opened, long closed) {}

    private FlaggedCases() {}

    /// The bills, sorted.
    ///
    /// @param report the standard output of the check
    /// @param events the events that were checked
    /// @throws IllegalStateException when a case holds no bill
    static List<String> bills(Path report, Path events) throws IOException {
        Map<String, NavigableMap<Long, String>> billsOf = billsByTime(events);
        List<String> bills = new ArrayList<>();
        for (Spell spell : spells(report)) {
            Collection<String> held = billsOf.getOrDefault(spell.contract(), new TreeMap<>())
                    .subMap(spell.opened() - LATEST_KNOWN, false, spell.closed() - LATEST_KNOWN, true)
                    .values();
            if (held.isEmpty()) {
                throw new IllegalStateException("The case opened for %s at %s holds no bill."
                        .formatted(spell.contract(), Instant.EPOCH.plus(spell.opened(), ChronoUnit.MICROS)));
            }
            bills.addAll(held);
        }
        return new Answer(bills).flagged();
    }

    private static Map<String, NavigableMap<Long, String>> billsByTime(Path events) throws IOException {
        Map<String, NavigableMap<Long, String>> billsOf = new HashMap<>();
        try (EventReader reader = EventReader.of(events)) {
            while (reader.next()) {
                if (reader.kind() == EventReader.Kind.BILL) {
                    billsOf.computeIfAbsent("contract/" + reader.contractId(reader.contract()), _ -> new TreeMap<>())
                            .put(reader.time(), reader.bill());
                }
            }
        }
        return billsOf;
    }

    private static List<Spell> spells(Path report) throws IOException {
        List<Spell> spells = new ArrayList<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), report.toFile())) {
            json.nextToken();
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                JsonToken value = json.nextToken();
                if (name.equals("cases") && value == JsonToken.START_ARRAY) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        spells.add(spell(json));
                    }
                } else {
                    json.skipChildren();
                }
            }
        }
        return spells;
    }

    private static Spell spell(JsonParser json) {
        String subject = "";
        long opened = Long.MAX_VALUE;
        long closed = Long.MAX_VALUE;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "subject" -> subject = json.getString();
                case "openedAt" -> opened = micros(json.getString());
                case "closedAt" -> closed = value == JsonToken.VALUE_NULL ? closed : micros(json.getString());
                default -> json.skipChildren();
            }
        }
        return new Spell(subject, opened, closed);
    }

    private static long micros(String instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
    }
}
