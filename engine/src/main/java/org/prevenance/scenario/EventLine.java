package org.prevenance.scenario;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prevenance.text.Mistake;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;
import org.prevenance.text.Nearest;
import org.prevenance.text.Place;
import org.prevenance.text.Yaml;
import org.prevenance.text.YamlReader;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Vocabulary;

/// Reads the short form of an event, one line:
///
/// - `2025-03-01T09:00Z bill.issued contract/C1 {bill: B1, amount: 29.99 EUR, from: 2025-03-01, to: 2025-03-31}`
/// - after it, where needed: `known 2025-03-05T00:00Z`, `id x`, `source s`
/// - `every day from 2025-03-01T12:00Z to 2025-04-30: device.usage device/D1 {bytes: 0}`; also `every 2 weeks`, `hour`,
///   `month`. In such a line `$n` is the number of the repetition from 1, `$date` its day, `$end` the day before the
///   next one.
final class EventLine {
    private static final int MOST_REPEATED = 20_000;
    private static final Pattern EVERY =
            Pattern.compile("every (?:([1-9][0-9]{0,3}) )?(minute|hour|day|week|month)s? from (\\S+) to (\\S+?):\\s+");
    private static final Pattern HEAD = Pattern.compile("(\\S+)\\s+(\\S+?/\\S+)\\s*");
    private static final Pattern TAIL = Pattern.compile("\\s*(known|id|source)\\s+(\\S+)\\s*");

    private final Vocabulary vocabulary;
    private final Times times;
    private final Mistakes mistakes;
    private final Yaml.Scalar scalar;
    private final int base;
    private final String line;
    private final List<String> events;
    private int at;

    /// @param base   where the line begins in the scalar's text
    /// @param events where the events are added, as JSON
    EventLine(
            Vocabulary vocabulary,
            Times times,
            Mistakes mistakes,
            Yaml.Scalar scalar,
            int base,
            String line,
            List<String> events) {
        this.vocabulary = vocabulary;
        this.times = times;
        this.mistakes = mistakes;
        this.scalar = scalar;
        this.base = base;
        this.line = line;
        this.events = events;
    }

    void read() {
        Matcher every = EVERY.matcher(line);
        if (every.lookingAt()) {
            at = every.end();
            repeated(every);
            return;
        }
        int space = line.indexOf(' ');
        String when = space < 0 ? line : line.substring(0, space);
        ZonedDateTime time = times.read(when);
        if (time == null) {
            wrong(
                    0,
                    when.length(),
                    when + " is not an instant.",
                    "Begin with 2025-03-01T09:00Z, or every day from … to …:");
            return;
        }
        at = when.length() + 1;
        Body body = body();
        if (body != null) {
            body.write(time, 1, time.toLocalDate());
        }
    }

    private void repeated(Matcher every) {
        ZonedDateTime from = times.read(every.group(3));
        ZonedDateTime to = times.read(every.group(4));
        if (from == null || to == null) {
            int group = from == null ? 3 : 4;
            wrong(every.start(group), every.end(group), every.group(group) + " is not an instant.", null);
            return;
        }
        if (every.group(4).length() == 10) {
            to = to.plusDays(1).minusNanos(1_000);
        }
        int step = every.group(1) == null ? 1 : Integer.parseInt(every.group(1));
        ChronoUnit unit = ChronoUnit.valueOf(every.group(2).toUpperCase(Locale.ROOT) + "S");
        Body body = body();
        ZonedDateTime time = from;
        for (int n = 1; body != null && !time.isAfter(to); n++) {
            if (n > MOST_REPEATED) {
                wrong(0, line.length(), "This repeats more than " + MOST_REPEATED + " times.", null);
                return;
            }
            ZonedDateTime next = from.plus((long) n * step, unit);
            body.write(time, n, next.toLocalDate().minusDays(1));
            time = next;
        }
    }

    /// What comes after the time: type, subject, fields, and the rest.
    private @Nullable Body body() {
        Matcher head = HEAD.matcher(line).region(at, line.length());
        if (!head.lookingAt()) {
            wrong(at, line.length(), "An event type and a subject were expected.", "Write bill.issued contract/C1.");
            return null;
        }
        EventType type = vocabulary.type(head.group(1));
        if (type == null) {
            List<String> known =
                    vocabulary.types().stream().map(EventType::name).toList();
            String near = Nearest.to(head.group(1), known);
            String hint = near == null ? null : "Maybe write " + near + ".";
            wrong(head.start(1), head.end(1), "The event type " + head.group(1) + " is not declared.", hint);
            return null;
        }
        String subject = head.group(2);
        String kind = subject.substring(0, subject.indexOf('/'));
        if (!type.subjectKinds().contains(vocabulary.kind(kind))) {
            wrong(head.start(2), head.end(2), type.name() + " is not about the kind " + kind + ".", null);
            return null;
        }
        int fieldsStart = head.end();
        int fieldsEnd = line.startsWith("{", fieldsStart) ? line.lastIndexOf('}') + 1 : fieldsStart;
        if (fieldsEnd == 0) {
            wrong(fieldsStart, fieldsStart + 1, "This { is never closed.", null);
            return null;
        }
        Map<String, String> rest = rest(fieldsEnd);
        return rest == null ? null : new Body(type, subject, fieldsStart, line.substring(fieldsStart, fieldsEnd), rest);
    }

    private @Nullable Map<String, String> rest(int start) {
        Map<String, String> rest = new LinkedHashMap<>();
        Matcher tail = TAIL.matcher(line);
        int next = start;
        while (next < line.length()) {
            if (!tail.region(next, line.length()).lookingAt()) {
                wrong(
                        next,
                        line.length(),
                        "This cannot stand here.",
                        "After an event stand known …, id … or source ….");
                return null;
            }
            rest.put(tail.group(1), tail.group(2));
            next = tail.end();
        }
        return rest;
    }

    private void wrong(int start, int end, String what, @Nullable String hint) {
        mistakes.add(scalar.at(base + start, base + end), what, hint);
    }

    /// An event without its time. Its `fields`, as written (`{…}` or nothing), begin at `start` in the line.
    private final class Body {
        private final EventType type;
        private final String subject;
        private final int start;
        private final String fields;
        private final Map<String, String> rest;

        Body(EventType type, String subject, int start, String fields, Map<String, String> rest) {
            this.type = type;
            this.subject = subject;
            this.start = start;
            this.fields = fields;
            this.rest = rest;
        }

        void write(ZonedDateTime time, int n, LocalDate end) {
            String written = filled(fields, time, n, end);
            String known = rest.get("known");
            ZonedDateTime knownTime = known == null ? time : times.read(filled(known, time, n, end));
            if (knownTime == null) {
                wrong(0, line.length(), known + " is not an instant.", null);
                return;
            }
            String id = rest.containsKey("id")
                    ? filled(rest.getOrDefault("id", ""), time, n, end)
                    : "e" + (events.size() + 1);
            Map<String, String> members = new LinkedHashMap<>();
            members.put("specversion", JsonText.string("1.0"));
            members.put("id", JsonText.string(id));
            members.put("source", JsonText.string(rest.getOrDefault("source", "scenario")));
            members.put("type", JsonText.string(type.name()));
            members.put("subject", JsonText.string(filled(subject, time, n, end)));
            members.put("time", JsonText.string(time.toInstant().toString()));
            members.put("recordedtime", JsonText.string(knownTime.toInstant().toString()));
            members.put("data", data(written));
            events.add(JsonText.object(members));
        }

        private static String filled(String text, ZonedDateTime time, int n, LocalDate end) {
            return text.contains("$")
                    ? text.replace("$n", String.valueOf(n))
                            .replace("$date", time.toLocalDate().toString())
                            .replace("$end", end.toString())
                    : text;
        }

        private String data(String written) {
            NamedText text = new NamedText(scalar.place().in().file(), written.isEmpty() ? "{}" : written);
            Mistakes inside = new Mistakes();
            Yaml.Mapping mapping = YamlReader.read(text, inside);
            for (Mistake mistake : inside.sorted()) {
                int offset = start + Math.min(mistake.column() - 1, fields.length());
                wrong(offset, offset + mistake.width(), mistake.what(), mistake.hint());
            }
            boolean asWritten = written.equals(fields);
            FieldValues values = new FieldValues(times, (place, what) -> at(place, asWritten, what));
            return mapping == null ? "{}" : values.data(type, mapping);
        }

        private void at(Place place, boolean asWritten, String what) {
            if (asWritten) {
                wrong(start + place.start(), start + place.end(), what, null);
            } else {
                wrong(start, start + fields.length(), what, null);
            }
        }
    }
}
