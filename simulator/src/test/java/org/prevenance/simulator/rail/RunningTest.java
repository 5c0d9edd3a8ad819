package org.prevenance.simulator.rail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.prevenance.simulator.world.Dice;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Frame;
import org.prevenance.simulator.world.Outbox;

/// Thirty days of trains, looked at from inside.
class RunningTest {
    private static final Frame FRAME = new Frame(19_723, 19_752);
    private static final Calendar CALENDAR = new Calendar(FRAME, new Dice(1));

    /// A train at a platform, in seconds of the day.
    private record Stay(String where, int from, int to, String train) {}

    @Test
    void noTwoTrainsStandAtOnePlatform() {
        for (int day = FRAME.first(); day <= FRAME.last(); day++) {
            Map<String, List<Stay>> byPlatform = stays(day).stream().collect(Collectors.groupingBy(Stay::where));
            List<String> meetings = new ArrayList<>();
            byPlatform.forEach((where, stays) -> {
                stays.sort(Comparator.comparingInt(Stay::from));
                for (int i = 1; i < stays.size(); i++) {
                    if (stays.get(i).from < stays.get(i - 1).to) {
                        meetings.add(stays.get(i - 1) + " meets " + stays.get(i));
                    }
                }
            });
            assertEquals(List.of(), meetings, "day " + day);
        }
    }

    @Test
    void noTrainLeavesEarlyNorWithoutItsVehicle() {
        int late = 0;
        for (int day = FRAME.first(); day <= FRAME.last(); day++) {
            Timetable timetable = CALENDAR.on(day).timetable();
            List<Run> runs = runs(day);
            for (Run run : runs) {
                for (int call = 0; call < run.train.last() && !run.cancelled; call++) {
                    assertTrue(run.departed[call] >= run.train.call(call).departure(), run.train::toString);
                    assertTrue(run.arrived[call + 1] > run.departed[call], run.train::toString);
                }
                int before = timetable.broughtBy[run.train.index()];
                if (before >= 0 && !run.cancelled && !runs.get(before).cancelled) {
                    Run brings = runs.get(before);
                    assertTrue(run.departed[0] >= brings.arrived[brings.train.last()] + Timetable.TURN);
                    late += run.departed[0] > run.train.leaves() + 300 ? 1 : 0;
                }
            }
        }
        assertTrue(late > 0, "delays are handed on with the vehicle");
    }

    private static List<Stay> stays(int day) {
        PlatformPlan plan = CALENDAR.on(day).platforms();
        List<Stay> stays = new ArrayList<>();
        for (Run run : runs(day)) {
            for (int call = 0; call <= run.train.last() && !run.cancelled; call++) {
                if (call < run.train.last() || plan.stays[run.train.index()] < 0) {
                    stays.add(new Stay(
                            run.train.call(call).station().name() + " " + run.platforms[call],
                            run.arrived[call],
                            call == run.train.last() ? run.arrived[call] : run.departed[call],
                            run.train.number()));
                }
            }
        }
        return stays;
    }

    private static List<Run> runs(int day) {
        Conditions conditions = new Conditions(day, new Dice(2));
        Board board = new Board(day, conditions, new Dice(3), new EventLine(), new Outbox(FRAME));
        return new Running(CALENDAR.on(day), conditions, new Dice(4).of(day), board).runs();
    }
}
