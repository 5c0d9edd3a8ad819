package org.prevenance.forecast.wait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OutlookTest {
    private static final double CONVERSATION = 300;
    private static final double[] NOBODY = {};

    @Test
    void withoutMemoryItIsTheFormulaOfErlangA() {
        double[] waited = new double[20];
        Patience patience = withoutMemory(600);
        ErlangA queue = new ErlangA(1, 1 / CONVERSATION, patience.overall(), 10);

        assertEquals(queue.behind(0), said(NOBODY, NOBODY, 10, patience).seconds(), 0.5);
        assertEquals(queue.behind(20), said(waited, NOBODY, 10, patience).seconds(), 0.03 * queue.behind(20));
    }

    @Test
    void thoseToBeCalledBackGoFirstOnceTheyAreDue() {
        Patience patience = withoutMemory(1e9);
        double[] five = new double[5];
        double alone = said(five, NOBODY, 10, patience).seconds();

        assertEquals(
                alone + 2 * 30, said(five, new double[] {0, -60}, 10, patience).seconds(), 1);
        assertEquals(alone + 30, said(five, new double[] {100}, 10, patience).seconds(), 1);
        assertEquals(alone, said(five, new double[] {alone + 60}, 10, patience).seconds(), 1);
    }

    @Test
    void advisersWhoComeSoonTakeCallsAtOnce() {
        Patience patience = withoutMemory(1e9);
        Outlook outlook =
                Outlook.of(new double[8], NOBODY, 5, 1 / CONVERSATION, later -> later < 100 ? 5 : 12, patience);

        assertTrue(outlook.seconds() > 100 && outlook.seconds() < 160, outlook::toString);
    }

    @Test
    void whoIsAboutToLeaveEndsACallAndTakesNoOther() {
        Patience patience = withoutMemory(1e9);
        Outlook outlook = Outlook.of(new double[0], NOBODY, 6, 1 / CONVERSATION, later -> 5, patience);

        assertEquals(CONVERSATION / 6 + CONVERSATION / 5, outlook.seconds(), 0.5);
    }

    @Test
    void impatientPeopleAheadShortenTheWait() {
        double[] ten = new double[10];

        assertTrue(said(ten, NOBODY, 3, withoutMemory(120)).seconds()
                < 0.6 * said(ten, NOBODY, 3, withoutMemory(100_000)).seconds());
    }

    @Test
    void patienceIsLearntFromThoseWhoWereAnsweredToo() {
        Random random = new Random(3);
        Patience patience = new Patience();
        for (int i = 0; i < 20_000; i++) {
            double ends = -240 * Math.log(1 - random.nextDouble());
            double answered = random.nextDouble() * 400;
            patience.add(Math.min(ends, answered), ends < answered);
        }

        assertEquals(1 / 240.0, patience.overall(), 0.0003);
        assertEquals(1 / 240.0, patience.chance(10), 0.0006);
        assertEquals(1 / 240.0, patience.chance(200), 0.0006);
    }

    private static Outlook said(double[] waited, double[] callbacks, int advisers, Patience patience) {
        return Outlook.of(waited, callbacks, advisers, 1 / CONVERSATION, later -> advisers, patience);
    }

    /// As if ten thousand had waited for long, and hung up by chance.
    private static Patience withoutMemory(double mean) {
        double[] seconds = new double[14];
        double[] gaveUp = new double[14];
        java.util.Arrays.fill(seconds, 1e9);
        java.util.Arrays.fill(gaveUp, 1e9 / mean);
        return Patience.of(gaveUp, seconds);
    }
}
