package org.prevenance.forecast.wait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ErlangATest {
    /// Garnett, Mandelbaum and Reiman (2002), introduction: 48 calls a minute, conversations of a minute, a patience of
    /// two minutes, 50 advisers: 3.1 % hang up, and callers wait 3.7 seconds on average.
    @Test
    void publishedFiguresOfACallCentre() {
        ErlangA.Figures figures = new ErlangA(48 / 60.0, 1 / 60.0, 1 / 120.0, 50).figures();

        assertEquals(0.031, figures.abandons(), 0.0005);
        assertEquals(3.7, figures.mean(), 0.05);
    }

    /// Where people hang up as fast as conversations end, whoever calls stays for that long, answered or not: the
    /// number
    /// of calls is Poisson's.
    @Test
    void patienceAsLongAsConversationsGivesPoissonsLaw() {
        double load = 6;
        double term = Math.exp(-load);
        double fewer = 0;
        for (int calls = 0; calls < 8; calls++) {
            fewer += term;
            term *= load / (calls + 1);
        }

        assertEquals(1 - fewer, new ErlangA(load / 100, 0.01, 0.01, 8).figures().waits(), 1e-9);
    }

    /// Erlang's own formula for one adviser: half busy, half wait, and they wait as long as a conversation takes.
    @Test
    void endlessPatienceGivesErlangsDelay() {
        ErlangA.Figures figures = new ErlangA(0.005, 0.01, 1e-12, 1).figures();

        assertEquals(0.5, figures.waits(), 1e-6);
        assertEquals(100, figures.mean(), 1e-3);
        assertEquals(200, figures.answered(), 1e-3);
        assertEquals(0, figures.abandons(), 1e-6);
    }

    @Test
    void aQueuePlayedThroughComesToTheSame() {
        ErlangA.Figures formula = new ErlangA(0.05, 1 / 200.0, 1 / 300.0, 9).figures();
        ErlangA.Figures played = new PlayedQueue(11, 0.05, 1 / 200.0, 1 / 300.0, 9).play(400_000);

        assertEquals(formula.waits(), played.waits(), 0.02);
        assertEquals(formula.abandons(), played.abandons(), 0.01);
        assertEquals(formula.mean(), played.mean(), 0.05 * formula.mean());
        assertEquals(formula.answered(), played.answered(), 0.05 * formula.answered());
    }

    @Test
    void whoJoinsBehindOthersWaitsForASumOfStages() {
        ErlangA queue = new ErlangA(0.05, 1 / 200.0, 1 / 300.0, 9);

        assertEquals(200 / 9.0, queue.behind(0), 1e-9);
        assertEquals(new PlayedQueue(12, 0.05, 1 / 200.0, 1 / 300.0, 9).behind(12, 40_000), queue.behind(12), 3);
    }

    @Test
    void aLargeTeamDoesNotOverflow() {
        assertEquals(0, new ErlangA(10, 1 / 300.0, 1 / 300.0, 5_000).figures().waits(), 1e-9);
        assertEquals(0.5, new ErlangA(10, 1 / 300.0, 1 / 300.0, 3_000).figures().waits(), 0.01);
    }

    @Test
    void aQueueWithoutAdvisersIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ErlangA(1, 1, 1, 0));
    }
}
