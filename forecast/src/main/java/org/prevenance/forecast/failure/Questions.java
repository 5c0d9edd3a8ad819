package org.prevenance.forecast.failure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.target.NotForetold;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;

/// Walks events in the order in which they became known, and at the end of each day asks of every device that reported
/// on it whether it will fail: with what was known then. Not thread-safe.
final class Questions {
    static final Set<String> READS = Set.of("device.reported", "device.failed");

    private record Running(Days days, Question.Life life) {}

    private final List<String> measures;
    private final ZoneId zone;
    private final Map<Integer, Running> running = new TreeMap<>();
    private final List<Question> asked = new ArrayList<>();
    private int today = Integer.MIN_VALUE;
    private long now = Long.MIN_VALUE;

    Questions(List<String> measures, ZoneId zone) {
        this.measures = measures;
        this.zone = zone;
    }

    /// All questions of the days that ended before what became known last before an instant.
    static List<Question> asked(Chronicle chronicle, List<String> measures, long before) {
        Questions questions = new Questions(measures, chronicle.words().zone());
        Event row = new Event();
        for (int i = 0; i < chronicle.size() && chronicle.known(i) < before; i++) {
            chronicle.read(i, row);
            questions.see(row);
        }
        return questions.asked;
    }

    /// Takes one event in; asks first, where a day has ended.
    ///
    /// @throws NotForetold where it is older news than what was seen before
    void see(Event row) {
        if (row.known() < now) {
            throw new NotForetold(
                    "An event (%s) that became known at %d was shown after one of %d: failures would be foretold from what was not yet known.\nMaybe walk the events in the order in which they became known."
                            .formatted(row.id(), row.known(), now));
        }
        now = row.known();
        int day = day(row.known());
        if (today != Integer.MIN_VALUE && day > today) {
            ask(today);
        }
        today = day;
        if (row.standing() == Event.Standing.ORIGINAL) {
            take(row);
        }
    }

    private void ask(int day) {
        long end = micros(LocalDate.ofEpochDay(day + 1L).atStartOfDay(zone).toInstant()) - 1;
        running.forEach((device, one) -> {
            if (one.days.heard(day)) {
                asked.add(new Question(
                        device, end, day - one.days.first(), one.days.facts(day), one.days.worn(day), one.life));
            }
        });
    }

    private void take(Event row) {
        if (row.type().name().equals("device.failed")) {
            Running failed = running.remove(row.subject());
            if (failed != null) {
                failed.life.failed(row.time(), row.known());
            }
            return;
        }
        int day = day(row.time());
        Running one =
                running.computeIfAbsent(row.subject(), _ -> new Running(new Days(measures, day), new Question.Life()));
        for (int measure = 0; measure < measures.size(); measure++) {
            one.days.report(measure, day, value(row, row.type().field(measures.get(measure))));
        }
    }

    private static double value(Event row, @Nullable Field field) {
        if (field == null || row.value(field.slot()) == Raw.ABSENT) {
            return Double.NaN;
        }
        long raw = row.value(field.slot());
        return field.type() == FieldType.NUMBER ? raw / (double) Raw.MICROS : raw;
    }

    private int day(long micros) {
        return (int) Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000))
                .atZone(zone)
                .toLocalDate()
                .toEpochDay();
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000;
    }
}
