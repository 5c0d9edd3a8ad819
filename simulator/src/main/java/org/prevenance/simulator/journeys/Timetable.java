package org.prevenance.simulator.journeys;

import java.util.List;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.Frame;

/// The trips that run every day, never an hour late by train.
final class Timetable {
    static final List<String> STOPS = List.of("Lyon", "Valence", "Avignon", "Marseille");
    static final List<Integer> LEGS = List.of(35, 40, 45);
    /// At the last stop; each has its own meeting point.
    static final int PLATFORMS = 6;

    /// In the morning, at noon and in the evening.
    private static final int[] LEAVES = {6, 11, 16};

    private final Dice dice;

    Timetable(Dice dice) {
        this.dice = dice;
    }

    int perDay() {
        return LEAVES.length;
    }

    /// The minutes of walk that are spared by not going to the hall.
    static int spared(int platform) {
        return platform - 1;
    }

    Trip trip(int day, int which) {
        int late = dice.happens(day * 8L + which, 0.8) ? 0 : dice.between(day * 8L + which + 4, 3, 50);
        return new Trip(
                "R%d-%d".formatted(600 + which, day),
                "train",
                Frame.hour(day, LEAVES[which]) + 900,
                STOPS,
                LEGS,
                List.of(0, late / 3, late / 2, late));
    }
}
