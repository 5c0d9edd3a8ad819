package org.prevenance.forecast.judge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.prevenance.measure.Bootstrap;

/// The days of a trial by number: which of them are the worst, and how often each is drawn in each resample.
///
/// A day is drawn as a whole, with all of its questions, since one storm delays all trains. How often depends on the
/// seed, its date and the resample alone, so all places and methods meet the same days in the same resample, and their
/// differences are paired.
final class Days {
    private final int[] dates;
    private final boolean[] worst;
    private final byte[][] draws;

    Days(Trial trial, Rules rules) {
        dates = IntStream.range(0, trial.rows())
                .map(trial::day)
                .sorted()
                .distinct()
                .toArray();
        worst = worst(trial, rules.worst());
        var bootstrap = new Bootstrap(rules.resamples(), rules.seed());
        draws = new byte[dates.length][rules.resamples()];
        for (int day = 0; day < dates.length; day++) {
            long key = bootstrap.key(date(day).toString());
            for (int resample = 0; resample < rules.resamples(); resample++) {
                draws[day][resample] = (byte) Bootstrap.draws(key, resample);
            }
        }
    }

    /// The days with the largest mean trouble; of two alike the earlier.
    private boolean[] worst(Trial trial, double share) {
        long[] troubles = new long[dates.length];
        long[] questions = new long[dates.length];
        for (int row = 0; row < trial.rows(); row++) {
            double trouble = trial.scale().trouble(trial.said(1, row), trial.truth(row));
            if (!Double.isNaN(trouble)) {
                int day = number(trial.day(row));
                troubles[day] += Columns.millionths(trouble);
                questions[day]++;
            }
        }
        Comparator<Integer> byTrouble =
                Comparator.comparingDouble(day -> -(double) troubles[day] / Math.max(1, questions[day]));
        List<Integer> ranked = new ArrayList<>(
                IntStream.range(0, dates.length).boxed().sorted(byTrouble).toList());
        boolean[] chosen = new boolean[dates.length];
        ranked.subList(0, (int) Math.ceil(share * dates.length)).forEach(day -> chosen[day] = true);
        return chosen;
    }

    int count() {
        return dates.length;
    }

    /// By the days since 1970.
    int number(int date) {
        return Arrays.binarySearch(dates, date);
    }

    LocalDate date(int day) {
        return LocalDate.ofEpochDay(dates[day]);
    }

    boolean isWorst(int day) {
        return worst[day];
    }

    int resamples() {
        return draws.length == 0 ? 0 : draws[0].length;
    }

    /// How often a day is drawn in each resample; not to be changed.
    byte[] draws(int day) {
        return draws[day];
    }
}
