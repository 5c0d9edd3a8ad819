package org.prevenance.simulator.rail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.prevenance.simulator.rail.Train.Call;

/// Two trains on the fourteen minutes from Port-Levant to Rivemont.
class TracksTest {
    private static final Line LINE = Network.LINES.getFirst();
    private static final int EIGHT = 8 * 3_600;
    private static final int FOURTEEN = 14 * 60;

    private final Tracks tracks = new Tracks();

    @Test
    void behindALateTrainTheNextOneIsLate() {
        int first = tracks.run(train(0), 0, at(9), FOURTEEN);
        int second = tracks.run(train(10), 0, at(10), FOURTEEN);

        assertEquals(at(23), first, "nine minutes late");
        assertEquals(at(25) + 30, second, "two and a half minutes behind the first");
    }

    @Test
    void whatIsPlannedCloseTogetherMayBeSo() {
        tracks.run(train(0), 0, at(0), FOURTEEN);

        assertEquals(at(15), tracks.run(train(1), 0, at(1), FOURTEEN));
    }

    @Test
    void whoComesTooLateIsBehindThoseWhoWereToFollow() {
        tracks.run(train(20), 0, at(20), FOURTEEN);

        assertEquals(at(36) + 30, tracks.run(train(0), 0, at(21), FOURTEEN));
    }

    @Test
    void nobodyIsHeldForMoreThanTwentyMinutes() {
        tracks.run(train(0), 0, at(0), FOURTEEN + 5_400);

        assertEquals(at(10 + 14 + 20), tracks.run(train(10), 0, at(10), FOURTEEN));
    }

    @Test
    void theOtherDirectionHasAnotherTrack() {
        tracks.run(train(0), 0, at(9), FOURTEEN + 5_400);
        Train back = new Train(
                1, "2199", LINE, 1, calls(LINE.route().get(1), LINE.route().get(0), 10));

        assertEquals(at(24), tracks.run(back, 0, at(10), FOURTEEN));
    }

    @Test
    void anExpressPassesOverTheTracksOfThoseThatStop() {
        List<String> over = Tracks.between(LINE.route().getFirst(), Network.JUNCTION).stream()
                .map(section -> section.from().name() + " " + section.minutes())
                .toList();

        assertEquals(List.of("Port-Levant 14", "Rivemont 11", "Valcourt 12"), over);
    }

    /// Planned to leave Port-Levant so many minutes after eight.
    private static Train train(int minute) {
        return new Train(
                0, "2100", LINE, 0, calls(LINE.route().get(0), LINE.route().get(1), minute));
    }

    private static List<Call> calls(Station from, Station to, int minute) {
        return List.of(
                new Call(from, at(minute), at(minute)), new Call(to, at(minute) + FOURTEEN, at(minute) + FOURTEEN));
    }

    private static int at(int minute) {
        return EIGHT + minute * 60;
    }
}
