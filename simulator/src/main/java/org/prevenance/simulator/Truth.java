package org.prevenance.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// What the stories say a check of this world must find, and must not.
///
/// The file `truth.json` holds `settings`, `from` and `until` (days), `brokenLines`, and `stories`: a list of objects.
/// Each has `signal`, `subject`, `customer`, `story` and `mustBeFound`; one that must be found also has
///
/// - `opensFrom` and `opensBy`: the days from and by which a case opens; `opensAt`: the instant, where exact;
/// - `atEnd`: `open` or `closed`; `closesFrom`: the case is open before this instant;
/// - `harm`: money as last judged while open, where exact;
/// - `complaint`: the day on which the customer complains, if ever.
final class Truth {
    private final Frame frame;
    private final Settings settings;
    private final StringJoiner stories = new StringJoiner(",\n    ", "  \"stories\": [\n    ", "\n  ]\n");
    private boolean any;

    Truth(Frame frame, Settings settings) {
        this.frame = frame;
        this.settings = settings;
    }

    void add(Story story, Plan plan) {
        Expected expected = plan.expected;
        if (story.mustBeFound() != (expected != null)) {
            throw new IllegalStateException("The story (%s/%s) of household (%d) %s."
                    .formatted(
                            story.signal(),
                            story.name(),
                            plan.number,
                            expected == null
                                    ? "must be found and has no expectation"
                                    : "is a near miss and has an expectation"));
        }
        StringJoiner fields = new StringJoiner(", ", "{", "}");
        text(fields, "signal", "telecom/" + story.signal());
        text(fields, "subject", plan.contract());
        text(fields, "customer", plan.customer());
        text(fields, "story", story.name());
        fields.add("\"mustBeFound\": " + story.mustBeFound());
        if (expected != null) {
            expectation(fields, expected);
        }
        if (plan.complaintDay <= frame.last()) {
            text(fields, "complaint", day(plan.complaintDay));
        }
        stories.add(fields.toString());
        any = true;
    }

    private void expectation(StringJoiner fields, Expected expected) {
        text(fields, "opensFrom", day(expected.opensFrom()));
        text(fields, "opensBy", day(expected.opensBy()));
        instant(fields, "opensAt", expected.opensAt());
        Long closes = expected.closes();
        boolean closed = closes != null && frame.reaches(closes);
        text(fields, "atEnd", closed ? "closed" : "open");
        instant(fields, "closesFrom", closed ? closes : null);
        if (expected.harmCents() != null) {
            fields.add("\"harm\": {\"amount\": \"%d.%02d\", \"currency\": \"EUR\"}"
                    .formatted(expected.harmCents() / 100, expected.harmCents() % 100));
        }
    }

    void write(Path file, long brokenLines) throws IOException {
        String head = """
                {
                  "settings": {"seed": %d, "customers": %d, "days": %d, "start": "%s", "messy": %s, "layout": "%s"},
                  "from": "%s",
                  "until": "%s",
                  "brokenLines": %d,
                """.formatted(
                        settings.seed(),
                        settings.customers(),
                        settings.days(),
                        settings.start(),
                        settings.messy(),
                        settings.layout(),
                        day(frame.first()),
                        day(frame.last()),
                        brokenLines);
        Files.writeString(file, head + (any ? stories : "  \"stories\": []\n") + "}\n");
    }

    private static void text(StringJoiner fields, String name, String value) {
        fields.add("\"%s\": \"%s\"".formatted(name, value));
    }

    private static void instant(StringJoiner fields, String name, @Nullable Long seconds) {
        if (seconds != null) {
            text(fields, name, Instant.ofEpochSecond(seconds).toString());
        }
    }

    private static String day(int epochDay) {
        return LocalDate.ofEpochDay(epochDay).toString();
    }
}
