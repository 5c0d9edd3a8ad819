package org.prevenance.simulator.journeys;

import java.util.List;
import org.prevenance.simulator.world.EventLine;
import org.prevenance.simulator.world.Frame;

/// One train or flight of one day: where it calls, and how late it is there.
///
/// @param id       unique
/// @param kind     `train` or `flight`
/// @param leaves   the planned departure from the first stop
/// @param stops    in their order
/// @param legs     planned minutes from each stop to the next
/// @param late     minutes late at each stop
record Trip(String id, String kind, long leaves, List<String> stops, List<Integer> legs, List<Integer> late) {
    String subject() {
        return "trip/" + id;
    }

    long planned(int stop) {
        long time = leaves;
        for (int leg = 0; leg < stop; leg++) {
            time += legs.get(leg) * 60L;
        }
        return time;
    }

    long arrived(int stop) {
        return planned(stop) + late.get(stop) * 60L;
    }

    /// The afternoon before.
    long published() {
        return Frame.hour(Frame.dayOf(leaves) - 1, 15);
    }

    void plan(EventLine line) {
        line.text("operator", kind.equals("train") ? "Rail Sud" : "Air Atlantique")
                .text("number", id)
                .text("kind", kind)
                .name("calls")
                .raw("[");
        for (int stop = 0; stop < stops.size(); stop++) {
            line.raw(stop == 0 ? "{\"stop\":" : ",{\"stop\":").quoted(stops.get(stop));
            if (stop > 0) {
                line.raw(",\"arrival\":\"").instant(planned(stop)).raw("\"");
            }
            if (stop < stops.size() - 1) {
                line.raw(",\"departure\":\"").instant(planned(stop) + 120).raw("\"");
            }
            line.raw("}");
        }
        line.raw("]");
    }
}
