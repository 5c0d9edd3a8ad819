package org.prevenance.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Tells which bills the cases of `prevenance check --format json` are about: the bill of the case's contract that was
/// issued at the instant when the case opened.
final class FlaggedCases {
    private static final JsonFactory JSON = new JsonFactory();

    private record Opened(String contract, long micros) {}

    private FlaggedCases() {}

    /// The bills, sorted.
    ///
    /// @param report the standard output of the check
    /// @param events the events that were checked
    /// @throws IllegalStateException when a case opened at an instant without a bill of its contract
    static List<String> bills(Path report, Path events) throws IOException {
        Set<Opened> cases = opened(report);
        Set<Opened> found = new HashSet<>();
        List<String> bills = new ArrayList<>();
        try (EventReader reader = EventReader.of(events)) {
            while (reader.next()) {
                if (reader.kind() == EventReader.Kind.BILL) {
                    Opened bill = new Opened("contract/" + reader.contractId(reader.contract()), reader.time());
                    if (cases.contains(bill)) {
                        bills.add(reader.bill());
                        found.add(bill);
                    }
                }
            }
        }
        for (Opened opened : cases) {
            if (!found.contains(opened)) {
                throw new IllegalStateException("A case opened for %s at %s, but no bill of it was issued then."
                        .formatted(opened.contract(), Instant.EPOCH.plus(opened.micros(), ChronoUnit.MICROS)));
            }
        }
        return new Answer(bills).flagged();
    }

    private static Set<Opened> opened(Path report) throws IOException {
        Set<Opened> cases = new HashSet<>();
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
