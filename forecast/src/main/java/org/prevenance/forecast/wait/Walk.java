package org.prevenance.forecast.wait;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.target.NotForetold;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;

/// Walks events in the order in which they became known, keeps the state of each line, and asks a question of each
/// caller who has to wait: with what was known at that instant and nothing else. Not thread-safe.
final class Walk {
    static final Set<String> READS = Set.of(
            "queue.observed",
            "contact.received",
            "contact.answered",
            "contact.abandoned",
            "contact.closed",
            "callback.promised");

    /// Is shown what becomes of callers.
    interface Visitor {
        /// Somebody joined a line in which they have to wait.
        void asked(Facts facts);

        /// Somebody was answered after so many seconds.
        ///
        /// @param known when that became known, microseconds since 1970
        default void answered(long contact, double waited, long known) {}

        /// Somebody hung up after so many seconds.
        default void gaveUp(long contact, double waited) {}

        /// Somebody left the line for a call back, or what was said of their answer was taken back.
        default void dropped(long contact) {}
    }

    private final Chronicle chronicle;
    private final ZoneId zone;
    private final @Nullable Map<Integer, Habits> habits;
    private final Visitor visitor;
    private final Map<Integer, Line> lines = new TreeMap<>();
    private final Map<Long, Integer> placeOf = new HashMap<>();
    private long now = Long.MIN_VALUE;

    /// @param habits by point, with which outlooks are made; null: nothing is asked, only learnt
    Walk(Chronicle chronicle, @Nullable Map<Integer, Habits> habits, Visitor visitor) {
        this.chronicle = chronicle;
        this.zone = chronicle.words().zone();
        this.habits = habits;
        this.visitor = visitor;
    }

    /// What is usual by what was known before an instant.
    static Map<Integer, Habits> learn(Chronicle chronicle, long before) {
        Walk walk = new Walk(chronicle, null, facts -> {});
        walk.until(before);
        Map<Integer, Habits> learnt = new TreeMap<>();
        walk.lines.forEach((point, line) -> learnt.put(point, line.learning));
        return learnt;
    }

    /// Walks what became known before an instant.
    void until(long before) {
        Event row = new Event();
        for (int i = 0; i < chronicle.size() && chronicle.known(i) < before; i++) {
            chronicle.read(i, row);
            see(row);
        }
    }

    /// Takes one event in.
    ///
    /// @throws NotForetold where it is older news than what was seen before: a forecast that looked at it would know
    ///                     too early what comes later
    void see(Event row) {
        if (row.known() < now) {
            throw new NotForetold(
                    "An event (%s) that became known at %d was shown after one of %d: waits would be foretold from what was not yet known.\nMaybe walk the events in the order in which they became known."
                            .formatted(row.id(), row.known(), now));
        }
        now = row.known();
        switch (row.type().name()) {
            case "queue.observed" -> observed(row);
            case "contact.received" -> received(row);
            case "callback.promised" -> promised(row);
            case "contact.answered" -> answered(row);
            case "contact.abandoned" -> gaveUp(row);
            case "contact.closed" -> closed(row);
            default -> {}
        }
    }

    private Line line(int point) {
        return lines.computeIfAbsent(point, _ -> new Line(new Habits()));
    }

    private void observed(Event row) {
        double advisers = whole(row, "advisers");
        if (row.standing() == Event.Standing.ORIGINAL && advisers >= 0) {
            int halfHour = Facts.halfHour(row.time(), zone);
            Line line = line(row.subject());
            line.board(advisers, row.time(), halfHour);
            line.learning.observed(halfHour, Facts.number(row.time()), advisers);
        }
    }

    private void received(Event row) {
        long contact = raw(row, "contact");
        long point = raw(row, "pointId");
        if (row.standing() == Event.Standing.RETRACTION) {
            forget(contact);
            return;
        }
        if (point == Raw.ABSENT || contact == Raw.ABSENT || row.standing() != Event.Standing.ORIGINAL) {
            return;
        }
        Line line = line((int) point);
        int halfHour = Facts.halfHour(row.time(), zone);
        line.learning.called(halfHour, Facts.number(row.time()));
        Habits usual = habits == null ? null : habits.get((int) point);
        if (usual != null && !line.has(contact)) {
            Facts facts = facts(row, contact, (int) point, line, usual);
            if (facts != null) {
                visitor.asked(facts);
            }
        }
        line.joined(contact, row.time());
        placeOf.put(contact, (int) point);
    }

    /// Null where somebody is free to answer, or it is not known how many are there.
    private @Nullable Facts facts(Event row, long contact, int point, Line line, Habits usual) {
        long at = row.known();
        int halfHour = Facts.halfHour(at, zone);
        double advisers = line.advisers(usual, at, halfHour);
        double[] waited = line.waited(at);
        double[] callbacks = line.callbacks(at);
        int talking = line.talking(at);
        int ahead = waited.length;
        for (double due : callbacks) {
            ahead += due <= 0 ? 1 : 0;
        }
        if (Double.isNaN(advisers) || (ahead == 0 && talking < advisers)) {
            return null;
        }
        double ends = 1 / usual.conversation();
        Outlook outlook =
                Outlook.of(waited, callbacks, talking, ends, staff(usual, at, halfHour, advisers), usual.patience());
        double arrivals = usual.arrivals(halfHour);
        double longRun = arrivals > 0 && advisers >= 1
                ? new ErlangA(arrivals, ends, usual.patience().overall(), (int) Math.round(advisers))
                        .figures()
                        .answered()
                : Double.NaN;
        return new Facts(
                contact,
                row.subject(),
                point,
                at,
                ahead,
                outlook,
                number(row, "announcedSeconds"),
                line.lastHour(at),
                line.lastWait(),
                waited.length == 0 ? Double.NaN : waited[0],
                usual.usualWait(halfHour),
                longRun);
    }

    /// How many advisers are there so many seconds later: as many as now, moved as the roster moves.
    private static DoubleUnaryOperator staff(Habits usual, long at, int halfHour, double now) {
        double here = usual.advisers(halfHour);
        long number = Facts.number(at);
        return later -> {
            int on = (int) (Facts.number(at + (long) (later * 1e6)) - number);
            double then = on == 0 ? here : usual.advisers((halfHour + on) % Habits.HALF_HOURS);
            return on == 0 || Double.isNaN(then) || !(here > 0) ? now : now * then / here;
        };
    }

    private void promised(Event row) {
        long contact = raw(row, "contact");
        long point = raw(row, "pointId");
        long due = raw(row, "due");
        if (row.standing() == Event.Standing.ORIGINAL && point != Raw.ABSENT && due != Raw.ABSENT) {
            line((int) point).promised(contact, row.time(), due);
            placeOf.put(contact, (int) point);
            visitor.dropped(contact);
        }
    }

    private void answered(Event row) {
        long contact = raw(row, "contact");
        double waited = number(row, "waitSeconds");
        Integer joined = placeOf.get(contact);
        switch (row.standing()) {
            case RETRACTION -> visitor.dropped(contact);
            case CORRECTION -> visitor.answered(contact, waited, row.known());
            case ORIGINAL -> {
                long named = raw(row, "pointId");
                int point = named != Raw.ABSENT ? (int) named : joined != null ? joined : -1;
                if (joined != null && joined != point) {
                    line(joined).forget(contact);
                }
                if (point >= 0) {
                    placeOf.put(contact, point);
                    Line line = line(point);
                    if (!line.answered(contact, row.time(), waited) && joined != null) {
                        if (waited > 0) {
                            line.learning.waited(Facts.halfHour(row.time() - (long) (waited * 1e6), zone), waited);
                        }
                        visitor.answered(contact, waited, row.known());
                    }
                }
            }
        }
    }

    private void gaveUp(Event row) {
        long contact = raw(row, "contact");
        Integer point = placeOf.get(contact);
        if (point != null && row.standing() == Event.Standing.ORIGINAL) {
            double waited = number(row, "waitSeconds");
            line(point).gaveUp(contact, row.time(), waited);
            placeOf.remove(contact);
            visitor.gaveUp(contact, waited);
        }
    }

    private void closed(Event row) {
        long contact = raw(row, "contact");
        Integer point = placeOf.get(contact);
        if (point != null && row.standing() == Event.Standing.ORIGINAL) {
            line(point).closed(contact, row.time(), number(row, "minutes") * 60);
            placeOf.remove(contact);
        }
    }

    private void forget(long contact) {
        Integer point = placeOf.remove(contact);
        if (point != null) {
            line(point).forget(contact);
        }
        visitor.dropped(contact);
    }

    private static long raw(Event row, String name) {
        EventType type = row.type();
        Field field = type.field(name);
        return field == null || field.slot() < 0 ? Raw.ABSENT : row.value(field.slot());
    }

    private static double number(Event row, String name) {
        long raw = raw(row, name);
        return raw == Raw.ABSENT ? Double.NaN : raw / (double) Raw.MICROS;
    }

    private static double whole(Event row, String name) {
        long raw = raw(row, name);
        return raw == Raw.ABSENT ? Double.NaN : raw;
    }
}
