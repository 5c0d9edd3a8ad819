package org.prevenance.forecast.judge;

/// What an error costs, and what a probability is about.
public sealed interface Scale {
    /// How bad it was to have said this. Smaller is better.
    double loss(double said, double truth);

    /// Whether that of which a probability was told came about.
    ///
    /// @param said by the forecast
    boolean happened(double said, double truth);

    /// By how much a question makes its day a bad one. Days are ranked by the mean of it.
    ///
    /// @param promised what the first rival said; NaN where it was silent
    /// @return NaN where it cannot be told
    double trouble(double promised, double truth);

    /// Minutes of delay, or of waiting: the error is absolute.
    ///
    /// @param close an answer this near, in minutes, is counted as close
    /// @param near  likewise, wider
    /// @param late  the probability is that of at least so many minutes; NaN where none is told
    record Minutes(double close, double near, double late) implements Scale {
        /// Arrivals: within 5 and 15 minutes, and the probability of being 15 minutes late or more.
        public static final Minutes ARRIVAL = new Minutes(5, 15, 15);

        @Override
        public double loss(double said, double truth) {
            return Math.abs(said - truth);
        }

        @Override
        public boolean happened(double said, double truth) {
            return truth >= late;
        }

        /// The worst days are those of the longest delays, or waits.
        @Override
        public double trouble(double promised, double truth) {
            return truth;
        }
    }

    /// One of several, by a number that stands for it: right or wrong. The probability is that of being right.
    ///
    /// @param sure a confidence from which on people rely on the answer: its share and how often it is right are told
    record Choice(double sure) implements Scale {
        public static final Choice PLATFORM = new Choice(0.9);

        @Override
        public double loss(double said, double truth) {
            return said == truth ? 0 : 1;
        }

        @Override
        public boolean happened(double said, double truth) {
            return said == truth;
        }

        /// The worst days are those on which most differed from what was promised.
        @Override
        public double trouble(double promised, double truth) {
            return Double.isNaN(promised) ? Double.NaN : promised == truth ? 0 : 1;
        }
    }

    /// What it cost to act as the method says: the answer itself is that amount, known afterwards, such as the price of
    /// a visit, or of the breakdown that nobody prevented. Truth is 1 where the thing happened, 0 where not, and the
    /// probability is that of its happening.
    ///
    /// @param currency as in `EUR`; `XXX` for points
    record Cost(String currency) implements Scale {
        @Override
        public double loss(double said, double truth) {
            return said;
        }

        @Override
        public boolean happened(double said, double truth) {
            return truth >= 0.5;
        }

        /// The worst days are those on which it happened most.
        @Override
        public double trouble(double promised, double truth) {
            return truth;
        }
    }
}
