package org.prevenance.forecast.wait;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/// What is usual at one point of contact: how long a conversation takes, how patient callers are, and for each half
/// hour of the week how many advisers are there and how many call. Not thread-safe while it learns.
public final class Habits {
    static final int HALF_HOURS = 7 * 48;
    /// Conversations before anything is known of them: five minutes, worth ten conversations.
    private static final double USUAL_SECONDS = 300;

    private static final double FAITH = 10;

    private final Patience patience;
    private final double[] advisers = new double[HALF_HOURS];
    private final double[] boards = new double[HALF_HOURS];
    private final double[] calls = new double[HALF_HOURS];
    private final double[] times = new double[HALF_HOURS];
    private double talked;
    private double talks;
    /// Waits of those who were answered, by half hour of the day; only while learning and for the middle one of them.
    private final List<List<Double>> waits = new ArrayList<>();

    private final double[] usualWait = new double[48];
    private long lastHalfHour = Long.MIN_VALUE;

    Habits() {
        this(new Patience());
    }

    private Habits(Patience patience) {
        this.patience = patience;
        for (int i = 0; i < 48; i++) {
            waits.add(new ArrayList<>());
        }
        Arrays.fill(usualWait, Double.NaN);
    }

    Patience patience() {
        return patience;
    }

    /// @param number counts half hours since 1970; each is counted once as having been there
    private void been(int halfHour, long number) {
        if (number > lastHalfHour) {
            lastHalfHour = number;
            times[halfHour]++;
        }
    }

    void observed(int halfHour, long number, double there) {
        been(halfHour, number);
        advisers[halfHour] += there;
        boards[halfHour]++;
    }

    void called(int halfHour, long number) {
        been(halfHour, number);
        calls[halfHour]++;
    }

    void talked(double seconds) {
        talked += seconds;
        talks++;
    }

    void waited(int halfHour, double seconds) {
        waits.get(halfHour % 48).add(seconds);
    }

    /// Seconds that a conversation takes on average.
    double conversation() {
        return (talked + FAITH * USUAL_SECONDS) / (talks + FAITH);
    }

    /// Advisers who are usually there; NaN where the board never said.
    double advisers(int halfHour) {
        return boards[halfHour] == 0 ? Double.NaN : advisers[halfHour] / boards[halfHour];
    }

    /// Calls in a second; 0 where there never were any.
    double arrivals(int halfHour) {
        return times[halfHour] == 0 ? 0 : calls[halfHour] / times[halfHour] / 1_800;
    }

    /// The middle one of the waits in this half hour of all days; NaN where nobody waited.
    double usualWait(int halfHour) {
        int half = halfHour % 48;
        if (Double.isNaN(usualWait[half]) && !waits.get(half).isEmpty()) {
            double[] sorted = waits.get(half).stream()
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            usualWait[half] = sorted[sorted.length / 2];
        }
        return usualWait[half];
    }

    /// Everything in it, by name.
    TreeMap<String, double[]> figures() {
        for (int half = 0; half < 48; half++) {
            usualWait(half);
        }
        TreeMap<String, double[]> figures = new TreeMap<>();
        figures.put("gaveUp", patience.figures()[0]);
        figures.put("seconds", patience.figures()[1]);
        figures.put("advisers", advisers);
        figures.put("boards", boards);
        figures.put("calls", calls);
        figures.put("times", times);
        figures.put("talks", new double[] {talked, talks});
        figures.put("usualWait", usualWait);
        return figures;
    }

    static Habits of(TreeMap<String, double[]> figures) {
        Habits habits = new Habits(Patience.of(figure(figures, "gaveUp"), figure(figures, "seconds")));
        fill(habits.advisers, figure(figures, "advisers"));
        fill(habits.boards, figure(figures, "boards"));
        fill(habits.calls, figure(figures, "calls"));
        fill(habits.times, figure(figures, "times"));
        fill(habits.usualWait, figure(figures, "usualWait"));
        double[] talks = figure(figures, "talks");
        habits.talked = talks[0];
        habits.talks = talks[1];
        return habits;
    }

    private static void fill(double[] into, double[] from) {
        System.arraycopy(from, 0, into, 0, Math.min(into.length, from.length));
    }

    private static double[] figure(TreeMap<String, double[]> figures, String name) {
        double[] found = figures.get(name);
        if (found == null) {
            throw new IllegalArgumentException("A model of waits lacks (%s).\nMaybe train it again.".formatted(name));
        }
        return found;
    }
}
