package org.prevenance.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Tells which bills the cases of `prevenance check --format json` are about: the newest bill of the case's contract when
/// the case opened. A case opens when its bill becomes known, which is a little after it was issued.
final class FlaggedCases {
    private static final JsonFactory JSON = new JsonFactory();

    private static final long LATEST_KNOWN = 3_600_000_000L;

    private record Opened(String contract, long micros) {}

    private FlaggedCases() {}

    /// The bills, sorted.
    ///
    /// @param report the standard output of the check
    /// @param events the events that were checked
    /// @throws IllegalStateException when a case opened without a bill of its contract in the hour before
    static List<String> bills(Path report, Path events) throws IOException {
        Map<String, TreeMap<Long, String>> billsOf = billsByTime(events);
        List<String> bills = new ArrayList<>();
        for (Opened opened : opened(report)) {
            Map.Entry<Long, String> newest =
                    billsOf.getOrDefault(opened.contract(), new TreeMap<>()).floorEntry(opened.micros());
            if (newest == null || opened.micros() - newest.getKey() > LATEST_KNOWN) {
                throw new IllegalStateException(
                        "A case opened for %s at %s, but no bill of it was issued in the hour before."
                                .formatted(opened.contract(), Instant.EPOCH.plus(opened.micros(), ChronoUnit.MICROS)));
            }
            bills.add(newest.getValue());
        }
        return new Answer(bills).flagged();
    }

    private static Map<String, TreeMap<Long, String>> billsByTime(Path events) throws IOException {
        Map<String, TreeMap<Long, String>> billsOf = new HashMap<>();
        try (EventReader reader = EventReader.of(events)) {
            while (reader.next()) {
                if (reader.kind() == EventReader.Kind.BILL) {
                    billsOf.computeIfAbsent(
                                    "contract/" + reader.contractId(reader.contract()), _ -> new TreeMap<>())
                            .put(reader.time(), reader.bill());
                }
            }
        }
        return billsOf;
    }

    private static List<Opened> opened(Path report) throws IOException {
        List<Opened> cases = new ArrayList<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), report.toFile())) {
            json.nextToken();
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                JsonToken value = json.nextToken();
                if (name.equals("cases") && value == JsonToken.START_ARRAY) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        cases.add(oneCase(json));
                    }
                } else {
                    json.skipChildren();
                }
            }
        }
        return cases;
    }

    private static Opened oneCase(JsonParser json) {
        String subject = "";
        String openedAt = "";
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "subject" -> subject = json.getString();
                case "openedAt" -> openedAt = json.getString();
                default -> json.skipChildren();
            }
        }
        return new Opened(subject, ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(openedAt)));
    }
}
