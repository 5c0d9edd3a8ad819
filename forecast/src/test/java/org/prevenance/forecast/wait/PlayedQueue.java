package org.prevenance.forecast.wait;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/// A queue without memory, played through second by chance: as plain as can be, for comparison with formulas.
final class PlayedQueue {
    private final Random random;
    private final double arrivals;
    private final double service;
    private final double giveUp;
    private final int advisers;

    PlayedQueue(long seed, double arrivals, double service, double giveUp, int advisers) {
        this.random = new Random(seed);
        this.arrivals = arrivals;
        this.service = service;
        this.giveUp = giveUp;
        this.advisers = advisers;
    }

    private record Caller(double joined) {}

    /// Plays until so many have called, from an empty queue.
    ErlangA.Figures play(int callers) {
        Deque<Caller> line = new ArrayDeque<>();
        int busy = 0;
        int called = 0;
        int waited = 0;
        int hungUp = 0;
        double seconds = 0;
        int answered = 0;
        double answeredSeconds = 0;
        double now = 0;
        while (called < callers) {
            double calls = arrivals;
            double ends = busy * service;
            double leaves = line.size() * giveUp;
            now += -Math.log(1 - random.nextDouble()) / (calls + ends + leaves);
            double which = random.nextDouble() * (calls + ends + leaves);
            if (which < calls) {
                called++;
                if (busy < advisers) {
                    busy++;
                } else {
                    waited++;
                    line.add(new Caller(now));
                }
            } else if (which < calls + ends) {
                Caller next = line.poll();
                if (next == null) {
                    busy--;
                } else {
                    answered++;
                    answeredSeconds += now - next.joined;
                    seconds += now - next.joined;
                }
            } else {
                Caller gone = line.stream()
                        .skip(random.nextInt(line.size()))
                        .findFirst()
                        .orElseThrow();
                line.remove(gone);
                hungUp++;
                seconds += now - gone.joined;
            }
        }
        return new ErlangA.Figures(
                (double) waited / called, (double) hungUp / called, seconds / called, answeredSeconds / answered);
    }

    /// The mean wait of somebody with endless patience behind so many, all advisers being busy.
    double behind(int ahead, int times) {
        double seconds = 0;
        for (int i = 0; i < times; i++) {
            int before = ahead;
            boolean waits = true;
            while (waits) {
                double ends = advisers * service;
                double leaves = before * giveUp;
                seconds += -Math.log(1 - random.nextDouble()) / (ends + leaves);
                waits = before > 0;
                before--;
            }
        }
        return seconds / times;
    }
}
