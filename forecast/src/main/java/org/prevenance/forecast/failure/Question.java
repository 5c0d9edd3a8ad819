package org.prevenance.forecast.failure;

/// What was known of a device at the end of a day, and what became of it.
///
/// @param device a subject
/// @param at     the end of the day, microseconds since 1970
/// @param age    in days, from its first report
/// @param worn   what the pack's rule says
/// @param life   from its first report to its failure: says when that was, once it is known
record Question(int device, long at, int age, double[] facts, boolean worn, Life life) {
    private static final long DAY = 86_400_000_000L;
    private static final long WEEK = 7 * DAY;

    /// When a device failed. Not thread-safe.
    static final class Life {
        private long failed = Long.MAX_VALUE;
        private long failureKnown = Long.MAX_VALUE;

        void failed(long at, long known) {
            failed = at;
            failureKnown = known;
        }

        boolean isKnown(long before) {
            return failureKnown < before;
        }
    }

    /// Whether it is known before an instant whether the device failed within seven days.
    boolean isDecided(long before) {
        return at + WEEK < before || (life.failureKnown < before && life.failed <= at + WEEK);
    }

    /// In days, from its first report.
    int ageAtFailure() {
        return age + (int) Math.max(0, (life.failed - at) / DAY + 1);
    }

    boolean failed() {
        return life.failed > at && life.failed <= at + WEEK;
    }

    /// One day in seven is judged, so that each failure counts once.
    boolean isJudged() {
        return age % 7 == 6;
    }
}
