package org.prevenance.simulator.world;

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
/// Each has `signal`, `subject`, `story`, `mustBeFound` and `why`, and `customer` where it is about one; one that must
/// be found also has
///
/// - `opensFrom` and `opensBy`: the days from and by which a case opens; `opensAt`: the instant, where exact;
/// - `atEnd`: `open` or `closed`; `closesFrom`: the case is open before this instant;
/// - `harm`: money or points as last judged while open, where exact;
/// - `complaint`: the day on which the customer complains, if ever.
///
/// `happened`, where there is any, is a list of what befell all: `what`, `where`, and the days `from` and `to`.
public final class Truth {
    private final Frame frame;
    private final StringJoiner stories = new StringJoiner(",\n    ", "  \"stories\": [\n    ", "\n  ]\n");
    private final StringJoiner happened = new StringJoiner(",\n    ", "  \"happened\": [\n    ", "\n  ],\n");
    private boolean any;
    private boolean anyHappened;

    public Truth(Frame frame) {
        this.frame = frame;
    }

    /// @param expected     null: no case may open
    /// @param complaintDay [Frame#NEVER] if none
    void add(
            String signal,
            String subject,
            @Nullable String customer,
            String story,
            String why,
            @Nullable Expected expected,
            int complaintDay) {
        StringJoiner fields = new StringJoiner(", ", "{", "}");
        text(fields, "signal", signal);
        text(fields, "subject", subject);
        if (customer != null) {
            text(fields, "customer", customer);
        }
        text(fields, "story", story);
        fields.add("\"mustBeFound\": " + (expected != null));
        text(fields, "why", why);
        if (expected != null) {
            expectation(fields, expected);
        }
        if (complaintDay <= frame.last()) {
            text(fields, "complaint", day(complaintDay));
        }
        stories.add(fields.toString());
        any = true;
    }

    void happened(String what, String where, int from, int to) {
        StringJoiner fields = new StringJoiner(", ", "{", "}");
        text(fields, "what", what);
        text(fields, "where", where);
        text(fields, "from", day(from));
        text(fields, "to", day(to));
        happened.add(fields.toString());
        anyHappened = true;
    }

    /// Writes down what a story of a life leads to.
    public void add(Story<?> story, Life life) {
        add(
                story.signal(),
                life.subject(),
                life.person.subject(),
                story.name(),
                story.why(),
                life.expected,
                life.person.complaintDay);
    }

    /// Writes down what else came of a life, besides what its story is about.
    public void addBesides(Life life) {
        for (Life.Besides one : life.besides()) {
            add(
                    one.signal(),
                    one.subject(),
                    life.person.subject(),
                    one.story(),
                    one.why(),
                    one.expected(),
                    Frame.NEVER);
        }
    }

    private void expectation(StringJoiner fields, Expected expected) {
        text(fields, "opensFrom", day(expected.opensFrom()));
        text(fields, "opensBy", day(expected.opensBy()));
        instant(fields, "opensAt", expected.opensAt());
        Long closes = expected.closes();
        boolean closed = closes != null && frame.reaches(closes);
        text(fields, "atEnd", closed ? "closed" : "open");
        instant(fields, "closesFrom", closed ? closes : null);
        if (expected.harm() != null) {
            fields.add("\"harm\": {\"amount\": \"%s\", \"%s\": \"%s\"}"
                    .formatted(
                            expected.harm().toPlainString(),
                            expected.unit().equals("points") ? "unit" : "currency",
                            expected.unit()));
        }
    }

    /// @param settings as they should be read by people, a JSON object
    public void write(Path file, String settings, long brokenLines) throws IOException {
        String head = """
                {
                  "settings": %s,
                  "from": "%s",
                  "until": "%s",
                  "brokenLines": %d,
                """.formatted(settings, day(frame.first()), day(frame.last()), brokenLines);
        Files.writeString(file, head + (anyHappened ? happened : "") + (any ? stories : "  \"stories\": []\n") + "}\n");
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
