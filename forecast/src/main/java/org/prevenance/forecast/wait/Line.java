package org.prevenance.forecast.wait;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// The state of one point of contact as far as it is known: who waits, who is to be called back, who is talking, how
/// many advisers the board showed last, how long the last callers waited. Instants are microseconds since 1970;
/// contacts are symbols. Not thread-safe.
final class Line {
    private static final long HOUR = 3_600_000_000L;
    /// Whoever is not heard of for so long has gone without a word.
    private static final long LOST = 2 * HOUR;
    /// What the board showed is believed for so long; then what is usual at this hour counts.
    private static final long BOARD = HOUR / 4;

    private record Answer(long at, double waited) {}

    final Habits learning;
    private final Map<Long, Long> waiting = new LinkedHashMap<>();
    private final Map<Long, Long> due = new LinkedHashMap<>();
    private final Map<Long, Long> talking = new LinkedHashMap<>();
    private final Map<Long, Long> left = new LinkedHashMap<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private double advisers = Double.NaN;
    private long shown = Long.MIN_VALUE;
    private int shownHalfHour;
    private double lastWait = Double.NaN;

    Line(Habits learning) {
        this.learning = learning;
    }

    /// Of what happened in one second it may become known last that somebody joined: then they are gone already.
    void joined(long contact, long at) {
        if (!has(contact)) {
            waiting.put(contact, at);
        }
    }

    /// Whether somebody is known to talk, to wait for a call back, or to have left.
    boolean has(long contact) {
        return talking.containsKey(contact) || due.containsKey(contact) || left.containsKey(contact);
    }

    void promised(long contact, long at, long whenDue) {
        Long since = waiting.remove(contact);
        if (since != null) {
            learning.patience().add(seconds(since, at), false);
        }
        due.put(contact, whenDue);
    }

    void gaveUp(long contact, long at, double waited) {
        waiting.remove(contact);
        drop(left, at);
        left.put(contact, at);
        learning.patience().add(waited, true);
    }

    /// @return whether it was a call back
    boolean answered(long contact, long at, double waited) {
        boolean back = due.remove(contact) != null;
        waiting.remove(contact);
        talking.put(contact, at);
        if (!back) {
            learning.patience().add(waited, false);
            if (waited > 0) {
                answers.addLast(new Answer(at, waited));
                lastWait = waited;
            }
        }
        return back;
    }

    /// @return whether the conversation was held here
    boolean closed(long contact, long at, double talkedSeconds) {
        Long since = talking.remove(contact);
        if (since != null) {
            learning.talked(Double.isNaN(talkedSeconds) ? seconds(since, at) : talkedSeconds);
        }
        return since != null;
    }

    /// It never was.
    void forget(long contact) {
        waiting.remove(contact);
        due.remove(contact);
        talking.remove(contact);
    }

    void board(double there, long at, int halfHour) {
        advisers = there;
        shown = at;
        shownHalfHour = halfHour;
    }

    /// Advisers who are there at an instant, in this half hour of the week: as the board said, moved as the roster
    /// moves; NaN where neither says anything.
    double advisers(Habits habits, long at, int halfHour) {
        double usual = habits.advisers(halfHour);
        if (Double.isNaN(advisers) || at - shown > 8 * HOUR) {
            return usual;
        }
        double before = habits.advisers(shownHalfHour);
        if (halfHour == shownHalfHour || Double.isNaN(usual) || !(before > 0)) {
            return at - shown > BOARD && !Double.isNaN(usual) ? usual : advisers;
        }
        return advisers * usual / before;
    }

    /// Seconds that each of those in line has waited by now, the first first. Who was not heard of for hours is left
    /// out.
    double[] waited(long now) {
        drop(waiting, now);
        return waiting.values().stream()
                .mapToDouble(since -> seconds(since, now))
                .toArray();
    }

    /// In how many seconds each promised call back is due: 0 or less for those that are.
    double[] callbacks(long now) {
        drop(due, now);
        return due.values().stream().mapToDouble(when -> seconds(now, when)).toArray();
    }

    int talking(long now) {
        drop(talking, now);
        return talking.size();
    }

    /// The mean wait, in seconds, of those who waited and were answered in the last hour; NaN where nobody was.
    double lastHour(long now) {
        while (!answers.isEmpty() && answers.getFirst().at <= now - HOUR) {
            answers.removeFirst();
        }
        return answers.stream().mapToDouble(Answer::waited).average().orElse(Double.NaN);
    }

    /// The wait of who was answered last, of those who waited; NaN where nobody was yet.
    double lastWait() {
        return lastWait;
    }

    private static void drop(Map<Long, Long> since, long now) {
        Iterator<Long> oldest = since.values().iterator();
        while (oldest.hasNext() && oldest.next() < now - LOST) {
            oldest.remove();
        }
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e6;
    }
}
