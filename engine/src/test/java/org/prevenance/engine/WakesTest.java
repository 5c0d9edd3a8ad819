package org.prevenance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WakesTest {
    private final Plan plan = World.telecom().stages.plan();
    private final SubjectState[] sleepers = IntStream.range(0, 40)
            .mapToObj(i -> new SubjectState(i, plan.kinds[0], 0))
            .toArray(SubjectState[]::new);

    @Test
    void theSoonestWakesFirstHoweverOftenInstantsAreSetAnew() {
        Random random = new Random(11);
        Wakes wakes = new Wakes();
        for (int step = 0; step < 20_000; step++) {
            SubjectState any = sleepers[random.nextInt(sleepers.length)];
            switch (random.nextInt(4)) {
                case 0 -> wakes.set(any, SubjectState.NEVER);
                case 1 -> wakes.set(any, random.nextInt(50));
                case 2 -> wakes.set(any, random.nextInt(1_000_000));
                default -> {
                    if (soonest() != SubjectState.NEVER) {
                        long due = soonest();
                        long[] before = instants();
                        SubjectState woken = wakes.poll();
                        assertEquals(due, before[woken.subject]);
                        assertEquals(SubjectState.NEVER, woken.nextWake);
                    }
                }
            }
            assertEquals(soonest(), wakes.next());
        }
    }

    private long[] instants() {
        return Arrays.stream(sleepers).mapToLong(state -> state.nextWake).toArray();
    }

    private long soonest() {
        return Arrays.stream(instants()).min().orElseThrow();
    }
}
