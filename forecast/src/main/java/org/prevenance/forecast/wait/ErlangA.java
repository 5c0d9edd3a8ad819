package org.prevenance.forecast.wait;

/// A queue whose callers lose patience, in the long run: arrivals and conversations without memory, and a patience
/// without memory that is drawn anew for each caller (M/M/N+M, "Erlang-A").
///
/// Palm, *Research on telephone traffic carried by full availability groups* (1957); Garnett, Mandelbaum and Reiman,
/// *Designing a call center with impatient customers*, Manufacturing & Service Operations Management 4 (2002).
///
/// @param arrivals calls in a second, above 0
/// @param service  calls that one adviser ends in a second, above 0
/// @param giveUp   one over the mean patience in seconds, above 0
/// @param advisers at least 1
public record ErlangA(double arrivals, double service, double giveUp, int advisers) {
    private static final double NOTHING = 1e-15;

    public ErlangA {
        if (!(arrivals > 0 && service > 0 && giveUp > 0 && advisers > 0)) {
            throw new IllegalArgumentException(
                    "A queue needs calls, conversations, impatience and advisers above 0, not %s, %s, %s and %d."
                            .formatted(arrivals, service, giveUp, advisers));
        }
    }

    /// What such a queue comes to.
    ///
    /// @param waits     the share of callers who find all advisers busy
    /// @param abandons  the share of callers who hang up
    /// @param mean      seconds that callers wait on average, those who are answered at once and who hang up included
    /// @param answered  seconds that those wait on average who do wait and are answered; 0 where nobody is
    public record Figures(double waits, double abandons, double mean, double answered) {}

    /// By the balance of flows between states: with `j` calls, `min(j, N)·µ + max(j − N, 0)·θ` of them leave in a
    /// second.
    public Figures figures() {
        double free = 0;
        double weight = 1; // of the state in which all are busy and nobody waits; downwards, so that nothing overflows
        for (int calls = advisers; calls > 0; calls--) {
            weight *= calls * service / arrivals;
            free += weight;
        }
        double line = 0;
        double queued = 0;
        double answeredWait = 0;
        double answeredShare = 0;
        // Somebody with endless patience behind so many waits for stages without memory, of N·µ + i·θ in a second for
        // i from 0 up; patience cuts them short with probability θ in a second.
        double share = 1;
        double stages = 0;
        weight = 1;
        for (int ahead = 0; weight > NOTHING * (free + queued) || ahead == 0; ahead++) {
            queued += weight;
            line += ahead * weight;
            double leave = advisers * service + ahead * giveUp;
            share *= leave / (leave + giveUp);
            stages += 1 / (leave + giveUp);
            answeredShare += weight * share;
            answeredWait += weight * share * stages;
            weight *= arrivals / (advisers * service + (ahead + 1) * giveUp);
        }
        double total = free + queued;
        double mean = line / total / arrivals;
        return new Figures(
                queued / total,
                giveUp * line / total / arrivals,
                mean,
                answeredShare == 0 ? 0 : answeredWait / answeredShare);
    }

    /// The mean wait of somebody with endless patience who joins behind so many, all advisers being busy: the sum of
    /// `1 / (N·µ + i·θ)` (Whitt, *Engineering solution of a basic call-center model*, Management Science 51, 2005).
    public double behind(int ahead) {
        double seconds = 0;
        for (int i = 0; i <= ahead; i++) {
            seconds += 1 / (advisers * service + i * giveUp);
        }
        return seconds;
    }
}
