package org.prevenance.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prevenance.signal.Harm;

/// What the cases of one signal, or of several, were worth.
///
/// @param cases      opened in the period; `judged + tooYoung`
/// @param tooYoung   opened too shortly before the end for anything to be known
/// @param judged     `confirmed + tooLate + falseAlarms + unconfirmed`
/// @param complaints made in the period, that these signals ought to have been ahead of
/// @param foreseen   of these, those that a case preceded
/// @param calls      cases that have an adviser call
/// @param measures   those that have a value
/// @param found      harm as last told, by currency
/// @param prevented  harm that would not have come about, by currency
public record Figures(
        int cases,
        int tooYoung,
        int judged,
        int confirmed,
        int tooLate,
        int falseAlarms,
        int unconfirmed,
        int complaints,
        int foreseen,
        int calls,
        Map<Measure, Estimate> measures,
        List<Sum> found,
        List<Sum> prevented) {
    public Figures {
        measures = Map.copyOf(measures);
        found = List.copyOf(found);
        prevented = List.copyOf(prevented);
    }

    public @Nullable Estimate get(Measure measure) {
        return measures.get(measure);
    }

    /// Counts cases and complaints.
    ///
    /// @param complaints each event once
    public static Figures of(
            List<JudgedCase> cases, List<JudgedComplaint> complaints, Period period, Bootstrap bootstrap) {
        return new Counting(cases, complaints, period.workingDays(), bootstrap).figures();
    }

    /// What is counted, laid out by customer.
    private static final class Counting {
        private static final int CASES = 0;
        private static final int JUDGED = 1;
        private static final int CONFIRMED = 2;
        private static final int COMPLAINTS = 3;
        private static final int FORESEEN = 4;
        private static final int CALLS = 5;
        private static final int JUDGED_CALLS = 6;
        private static final int IDLE_CALLS = 7;
        private static final int COUNTS = 8;

        private final List<JudgedCase> cases;
        private final List<JudgedComplaint> complaints;
        private final long workingDays;
        private final int resamples;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final long[] keys;
        private final int[][] counts;
        private final int[] leads;
        private final int[] leadCustomers;

        Counting(List<JudgedCase> cases, List<JudgedComplaint> complaints, long workingDays, Bootstrap bootstrap) {
            this.cases = cases;
            this.complaints = complaints;
            this.workingDays = workingDays;
            this.resamples = bootstrap.resamples();
            cases.forEach(one -> numbers.putIfAbsent(one.customer(), numbers.size()));
            complaints.forEach(one -> numbers.putIfAbsent(one.customer(), numbers.size()));
            keys = new long[numbers.size()];
            numbers.forEach((customer, number) -> keys[number] = bootstrap.key(customer));
            counts = new int[numbers.size()][COUNTS];
            cases.forEach(this::count);
            complaints.forEach(this::count);
            List<JudgedCase> leading = cases.stream()
                    .filter(one -> one.isJudged() && one.verdict().leadDays() != null)
                    .sorted((a, b) -> Integer.compare(lead(a), lead(b)))
                    .toList();
            leads = leading.stream().mapToInt(Counting::lead).toArray();
            leadCustomers = leading.stream().mapToInt(this::number).toArray();
        }

        private static int lead(JudgedCase one) {
            Integer days = one.verdict().leadDays();
            return days == null ? 0 : days;
        }

        private int number(JudgedCase one) {
            return numbers.getOrDefault(one.customer(), -1);
        }

        private void count(JudgedCase one) {
            int[] count = counts[number(one)];
            Fate fate = one.verdict().fate();
            count[CASES]++;
            count[CALLS] += one.calls() ? 1 : 0;
            if (one.isJudged()) {
                count[JUDGED]++;
                count[CONFIRMED] += fate == Fate.CONFIRMED ? 1 : 0;
                count[JUDGED_CALLS] += one.calls() ? 1 : 0;
                boolean idle = fate == Fate.UNCONFIRMED || fate == Fate.FALSE_ALARM;
                count[IDLE_CALLS] += one.calls() && idle ? 1 : 0;
            }
        }

        private void count(JudgedComplaint one) {
            int[] count = counts[numbers.getOrDefault(one.customer(), -1)];
            count[COMPLAINTS]++;
            count[FORESEEN] += one.foreseen() ? 1 : 0;
        }

        private int all(Fate fate) {
            return (int) cases.stream()
                    .filter(one -> one.isJudged() && one.verdict().fate() == fate)
                    .count();
        }

        Figures figures() {
            int[] once = new int[keys.length];
            Arrays.fill(once, 1);
            int[] sums = sums(once);
            double[] values = values(once);
            double[][] drawn = new double[values.length][resamples];
            List<Money> found = money(JudgedCase::harm);
            List<Money> prevented = money(JudgedCase::prevented);
            int[] draws = new int[keys.length];
            for (int resample = 0; resample < resamples; resample++) {
                for (int i = 0; i < draws.length; i++) {
                    draws[i] = Bootstrap.draws(keys[i], resample);
                }
                double[] again = values(draws);
                for (int i = 0; i < values.length; i++) {
                    drawn[i][resample] = again[i];
                }
                for (Money money : found) {
                    money.draw(resample, draws);
                }
                for (Money money : prevented) {
                    money.draw(resample, draws);
                }
            }
            Map<Measure, Estimate> measures = new EnumMap<>(Measure.class);
            for (Measure measure : Measure.values()) {
                Estimate estimate = estimate(measure, values[measure.ordinal()], drawn[measure.ordinal()]);
                if (estimate != null) {
                    measures.put(measure, estimate);
                }
            }
            return new Figures(
                    cases.size(),
                    cases.size() - sums[JUDGED],
                    sums[JUDGED],
                    all(Fate.CONFIRMED),
                    all(Fate.TOO_LATE),
                    all(Fate.FALSE_ALARM),
                    all(Fate.UNCONFIRMED),
                    complaints.size(),
                    sums[FORESEEN],
                    sums[CALLS],
                    measures,
                    found.stream().map(Money::sum).toList(),
                    prevented.stream().map(Money::sum).toList());
        }

        private @Nullable Estimate estimate(Measure measure, double value, double[] drawn) {
            return switch (measure) {
                case PRECISION -> Estimate.ofShare(value, drawn, customersWith(JUDGED));
                case RECALL -> Estimate.ofShare(value, drawn, customersWith(COMPLAINTS));
                default -> Estimate.of(value, drawn);
            };
        }

        private int customersWith(int what) {
            return (int) Arrays.stream(counts).filter(count -> count[what] > 0).count();
        }

        private int[] sums(int[] draws) {
            int[] sums = new int[COUNTS];
            for (int i = 0; i < draws.length; i++) {
                for (int k = 0; draws[i] > 0 && k < COUNTS; k++) {
                    sums[k] += draws[i] * counts[i][k];
                }
            }
            return sums;
        }

        /// By ordinal of [Measure]; NaN where there is none.
        private double[] values(int[] draws) {
            int[] sums = sums(draws);
            double[] values = new double[Measure.values().length];
            double callsADay = (double) sums[CALLS] / workingDays;
            values[Measure.CASES.ordinal()] = sums[CASES];
            values[Measure.PRECISION.ordinal()] = (double) sums[CONFIRMED] / sums[JUDGED];
            values[Measure.RECALL.ordinal()] = (double) sums[FORESEEN] / sums[COMPLAINTS];
            values[Measure.CALLS.ordinal()] = callsADay;
            values[Measure.IDLE_CALLS.ordinal()] =
                    sums[CALLS] == 0 ? 0 : callsADay * sums[IDLE_CALLS] / sums[JUDGED_CALLS];
            long all = 0;
            for (int customer : leadCustomers) {
                all += draws[customer];
            }
            values[Measure.LEAD_10.ordinal()] = lead(draws, all, 0.1);
            values[Measure.LEAD_50.ordinal()] = lead(draws, all, 0.5);
            values[Measure.LEAD_90.ordinal()] = lead(draws, all, 0.9);
            return values;
        }

        /// As [Estimate#quantile], each lead time as often as its customer was drawn.
        private double lead(int[] draws, long all, double q) {
            if (all == 0) {
                return Double.NaN;
            }
            double rank = (all - 1) * q;
            long below = (long) rank;
            double low = Double.NaN;
            long before = 0;
            for (int i = 0; i < leads.length; i++) {
                before += draws[leadCustomers[i]];
                if (Double.isNaN(low) && before > below) {
                    low = leads[i];
                }
                if (before > Math.min(below + 1, all - 1)) {
                    return low + (rank - below) * (leads[i] - low);
                }
            }
            return low;
        }

        private List<Money> money(Function<JudgedCase, @Nullable Harm> harmOf) {
            TreeSet<String> currencies = new TreeSet<>();
            for (JudgedCase one : cases) {
                Harm harm = harmOf.apply(one);
                if (harm != null) {
                    currencies.add(harm.currency());
                }
            }
            List<Money> all = new ArrayList<>();
            for (String currency : currencies) {
                Money money = new Money(currency);
                for (JudgedCase one : cases) {
                    Harm harm = harmOf.apply(one);
                    if (harm != null && harm.currency().equals(currency)) {
                        money.add(number(one), harm.amount());
                    }
                }
                all.add(money);
            }
            return all;
        }

        private final class Money {
            private final String currency;
            private final double[] byCustomer = new double[keys.length];
            private final double[] drawn = new double[resamples];
            private BigDecimal total = BigDecimal.ZERO;

            Money(String currency) {
                this.currency = currency;
            }

            void add(int customer, BigDecimal amount) {
                byCustomer[customer] += amount.doubleValue();
                total = total.add(amount);
            }

            void draw(int resample, int[] draws) {
                double sum = 0;
                for (int i = 0; i < draws.length; i++) {
                    sum += draws[i] * byCustomer[i];
                }
                drawn[resample] = sum;
            }

            Sum sum() {
                return new Sum(currency, total, Estimate.ofSum(total.doubleValue(), drawn));
            }
        }
    }
}
