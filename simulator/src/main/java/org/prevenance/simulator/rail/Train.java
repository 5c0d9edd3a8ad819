package org.prevenance.simulator.rail;

import java.util.List;

/// A train of one timetable, as it runs on its days. Times are seconds after local midnight.
///
/// @param index     its place among the timetable's trains of such days
/// @param number    as travellers know it
/// @param direction 0 along the line's route, 1 back
/// @param calls     in their order
record Train(int index, String number, Line line, int direction, List<Call> calls) {
    /// A stop as planned.
    ///
    /// @param arrival   of the first stop the departure
    /// @param departure of the last stop the arrival
    record Call(Station station, int arrival, int departure) {}

    int leaves() {
        return calls.getFirst().departure();
    }

    int ends() {
        return calls.getLast().arrival();
    }

    int last() {
        return calls.size() - 1;
    }

    Call call(int place) {
        return calls.get(place);
    }
}
