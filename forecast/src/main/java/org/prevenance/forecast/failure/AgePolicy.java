package org.prevenance.forecast.failure;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What those do who know nothing of a device but its age, where that is cheapest on the days learnt from.
sealed interface AgePolicy {
    /// What it costs in the seven days after a question.
    double cost(Question one, Prices prices);

    /// @param known  questions of which it is known before an instant what became of them
    /// @param before that instant, microseconds since 1970
    static AgePolicy cheapest(List<Question> known, long before, Prices prices) {
        return prices.replacement() == null
                ? VisitedFrom.cheapest(known, prices)
                : ReplacedAt.cheapest(known, before, prices, prices.replacement());
    }

    /// A visit each week from an age on.
    ///
    /// @param age in days; [Integer#MAX_VALUE]: never
    record VisitedFrom(int age) implements AgePolicy {
        private static final int OLDEST = 3_660;

        @Override
        public double cost(Question one, Prices prices) {
            return prices.of(one.age() >= age, one.failed());
        }

        static VisitedFrom cheapest(List<Question> known, Prices prices) {
            VisitedFrom best = new VisitedFrom(Integer.MAX_VALUE);
            double least = best.sum(known, prices);
            for (int age = 0; age < OLDEST; age += 7) {
                VisitedFrom tried = new VisitedFrom(age);
                double cost = tried.sum(known, prices);
                if (cost < least) {
                    least = cost;
                    best = tried;
                }
            }
            return best;
        }

        private double sum(List<Question> known, Prices prices) {
            return known.stream()
                    .filter(Question::isJudged)
                    .mapToDouble(one -> cost(one, prices))
                    .sum();
        }
    }

    /// A new device in place of the old one at an age (age replacement: Barlow and Proschan, *Mathematical theory of
    /// reliability*, 1965, 4.2). How long the new one would have lived nobody knows: it is taken to fail as often at
    /// each age as those learnt from, and is replaced at the same age in its turn.
    ///
    /// @param weeks    the age; [Integer#MAX_VALUE]: never
    /// @param failures the share of devices that fail in each week of their life
    record ReplacedAt(int weeks, double[] failures) implements AgePolicy {
        @Override
        public double cost(Question one, Prices prices) {
            int age = (one.age() + 1) / 7;
            if (age < weeks) {
                return prices.of(false, one.failed());
            }
            int successor = (age - weeks) % weeks;
            double fails = successor < failures.length ? failures[successor] : 0;
            return (successor == 0 ? prices.replaced() : 0) + fails * prices.breakdown();
        }

        /// The age at which a device costs least for each week of its life, in the long run.
        static ReplacedAt cheapest(List<Question> known, long before, Prices prices, double replacement) {
            double[] alive = alive(lives(known), before);
            double[] failures = new double[alive.length - 1];
            for (int week = 0; week < failures.length; week++) {
                failures[week] = alive[week] - alive[week + 1];
            }
            double longest = Arrays.stream(alive, 0, failures.length).sum();
            int best = Integer.MAX_VALUE;
            double least = (1 - alive[failures.length]) * prices.breakdown() / longest;
            double lived = 0;
            for (int weeks = 1; weeks < failures.length; weeks++) {
                lived += alive[weeks - 1];
                double cost = ((1 - alive[weeks]) * prices.breakdown() + alive[weeks] * replacement) / lived;
                if (cost < least * (1 - 1e-9)) {
                    least = cost;
                    best = weeks;
                }
            }
            return new ReplacedAt(best, failures);
        }

        /// The last question of each life.
        private static Collection<Question> lives(List<Question> known) {
            Map<Question.Life, Question> last = new LinkedHashMap<>();
            known.forEach(one -> last.merge(one.life(), one, (a, b) -> a.age() > b.age() ? a : b));
            return last.values();
        }

        /// The share of devices alive at the end of each week of their life, from 1 on; those still alive are taken
        /// out at the age that they have reached (Kaplan and Meier 1958).
        private static double[] alive(Collection<Question> lives, long before) {
            int weeks = lives.stream().mapToInt(one -> one.age() / 7 + 2).max().orElse(0);
            int[] failed = new int[weeks];
            int[] gone = new int[weeks];
            for (Question one : lives) {
                boolean fails = one.life().isKnown(before);
                int week = fails ? one.ageAtFailure() / 7 : one.age() / 7;
                (fails ? failed : gone)[Math.min(week, weeks - 1)]++;
            }
            double[] alive = new double[weeks + 1];
            alive[0] = 1;
            int atRisk = lives.size();
            for (int week = 0; week < weeks; week++) {
                alive[week + 1] = atRisk == 0 ? alive[week] : alive[week] * (atRisk - failed[week]) / atRisk;
                atRisk -= failed[week] + gone[week];
            }
            return alive;
        }
    }
}
