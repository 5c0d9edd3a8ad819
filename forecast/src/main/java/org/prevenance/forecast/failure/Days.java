package org.prevenance.forecast.failure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// One device, day by day: the mean of each measure on each day that it reported. Days are counted since 1970 in the
/// zone. Not thread-safe.
final class Days {
    private static final int ROOM = 512;

    /// What the pack's rule looks at; how fast a machine turns is no wear.
    private static final List<String> RULED = List.of("celsius", "vibration", "torqueNm");

    private final int measures;
    private final boolean[] ruled;
    private final int first;
    private double[][] sums;
    private int[][] counts;
    private int last;

    Days(List<String> names, int first) {
        this.measures = names.size();
        ruled = new boolean[measures];
        for (int measure = 0; measure < measures; measure++) {
            ruled[measure] = RULED.contains(names.get(measure));
        }
        this.first = first;
        this.last = first;
        sums = new double[measures][ROOM];
        counts = new int[measures][ROOM];
    }

    /// @param value NaN: the measure was not reported
    void report(int measure, int day, double value) {
        if (day < first || Double.isNaN(value)) {
            return;
        }
        int place = day - first;
        if (place >= sums[measure].length) {
            for (int each = 0; each < measures; each++) {
                sums[each] = Arrays.copyOf(sums[each], place * 2);
                counts[each] = Arrays.copyOf(counts[each], place * 2);
            }
        }
        sums[measure][place] += value;
        counts[measure][place]++;
        last = Math.max(last, day);
    }

    int last() {
        return last;
    }

    int first() {
        return first;
    }

    boolean heard(int day) {
        for (int measure = 0; measure < measures; measure++) {
            if (!Double.isNaN(on(measure, day))) {
                return true;
            }
        }
        return false;
    }

    private double on(int measure, int day) {
        int place = day - first;
        return place < 0 || place >= counts[measure].length || counts[measure][place] == 0
                ? Double.NaN
                : sums[measure][place] / counts[measure][place];
    }

    /// The means of those of so many days, up to this one, on which the measure was reported.
    private double[] over(int measure, int day, int days) {
        double[] found = new double[days];
        int size = 0;
        for (int each = day - days + 1; each <= day; each++) {
            double value = on(measure, each);
            if (!Double.isNaN(value)) {
                found[size++] = value;
            }
        }
        return Arrays.copyOf(found, size);
    }

    /// Names of the facts of [#facts], for these measures.
    static List<String> names(List<String> measures) {
        return Stream.concat(
                        Stream.of("age"),
                        measures.stream()
                                .flatMap(measure -> Stream.of(
                                        measure + ".rise7",
                                        measure + ".rise3",
                                        measure + ".rise21",
                                        measure + ".turn7")))
                .toList();
    }

    /// What is known of the device at the end of a day: its age in years, and of each measure how far the means of the
    /// last 7, 3 and 21 days lie above its own habit, and the last 7 above the 7 before, all in its own standard
    /// deviations. The habit is that of its first 28 days with a report; 0 where too little was heard.
    double[] facts(int day) {
        double[] facts = new double[1 + 4 * measures];
        facts[0] = (day - first) / 365.0;
        for (int measure = 0; measure < measures; measure++) {
            double[] habit = over(measure, Math.min(day - 21, first + 27), 28);
            if (habit.length < 10) {
                continue;
            }
            double mean = Arrays.stream(habit).average().orElse(0);
            double spread = Math.sqrt(Arrays.stream(habit)
                                    .map(value -> (value - mean) * (value - mean))
                                    .sum()
                            / habit.length)
                    + 1e-9 * (1 + Math.abs(mean));
            int place = 1 + 4 * measure;
            facts[place] = rise(over(measure, day, 7), mean, spread);
            facts[place + 1] = rise(over(measure, day, 3), mean, spread);
            facts[place + 2] = rise(over(measure, day, 21), mean, spread);
            facts[place + 3] = rise(
                    over(measure, day, 7),
                    Arrays.stream(over(measure, day - 7, 7)).average().orElse(mean),
                    spread);
        }
        return facts;
    }

    private static double rise(double[] values, double mean, double spread) {
        return values.length == 0
                ? 0
                : Math.clamp((Arrays.stream(values).average().orElse(mean) - mean) / spread, -20, 20);
    }

    /// The pack's rule `appliances/wearing-out` without a forecast: at the ends of this day and the one before.
    boolean worn(int day) {
        return wornAt(day) && wornAt(day - 1);
    }

    private boolean wornAt(int day) {
        int week = 0;
        for (int each = day - 6; each <= day; each++) {
            boolean any = false;
            for (int measure = 0; measure < measures; measure++) {
                any |= ruled[measure] && !Double.isNaN(on(measure, each));
            }
            week += any ? 1 : 0;
        }
        double wear = 0;
        for (int measure = 0; measure < measures; measure++) {
            double[] past = over(measure, day - 35, 56);
            double[] now = over(measure, day, 7);
            if (ruled[measure] && past.length >= 21 && now.length > 0) {
                double middle = median(past);
                double most = Arrays.stream(past).max().orElse(middle);
                wear = most > middle ? Math.max(wear, (median(now) - middle) / (most - middle)) : wear;
            }
        }
        return week >= 3 && wear >= 1.5;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
