package org.prevenance.forecast.judge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts accurate predictions for each day, method and bucket.
final class EtaTable {
    private static final int BUCKETS = EtaBucket.values().length;

    private EtaTable() {}

    /// Empty where no question says how far away the arrival was, or the scale is not of minutes.
    static List<Eta> of(Trial trial, Days days) {
        int methods = trial.methods().size();
        long[] @Nullable [] sums = new long[days.count()][];
        boolean any = false;
        for (int row = 0; row < trial.rows(); row++) {
            EtaBucket bucket = EtaBucket.holding(trial.away(row));
            if (bucket == null || !(trial.scale() instanceof Scale.Minutes)) {
                continue;
            }
            any = true;
            int day = days.number(trial.day(row));
            long[] sum = sums[day];
            if (sum == null) {
                sum = new long[methods * BUCKETS * 2];
                sums[day] = sum;
            }
            for (int method = 0; method < methods; method++) {
                double said = trial.said(method, row);
                if (!Double.isNaN(said)) {
                    sum[predictions(method, bucket)]++;
                    sum[accurate(method, bucket)] += bucket.accurate(trial.truth(row) - said) ? 1 : 0;
                }
            }
        }
        return any ? told(trial, new DaySums(days, sums, _ -> true, methods * BUCKETS * 2)) : List.of();
    }

    private static List<Eta> told(Trial trial, DaySums table) {
        List<Eta> all = new ArrayList<>();
        for (int method = 0; method < trial.methods().size(); method++) {
            List<Eta.Share> shares = new ArrayList<>();
            int[] accurate = new int[BUCKETS];
            int[] predictions = new int[BUCKETS];
            for (EtaBucket bucket : EtaBucket.values()) {
                accurate[bucket.ordinal()] = accurate(method, bucket);
                predictions[bucket.ordinal()] = predictions(method, bucket);
                shares.add(new Eta.Share(
                        bucket,
                        table.total(predictions(method, bucket)),
                        table.share(accurate(method, bucket), predictions(method, bucket))));
            }
            all.add(new Eta(trial.methods().get(method), shares, table.meanOfShares(accurate, predictions)));
        }
        return all;
    }

    private static int predictions(int method, EtaBucket bucket) {
        return (method * BUCKETS + bucket.ordinal()) * 2;
    }

    private static int accurate(int method, EtaBucket bucket) {
        return predictions(method, bucket) + 1;
    }
}
