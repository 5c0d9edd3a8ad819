package org.prevenance.simulator.rail;

import java.util.List;

/// A line: trains run along its route and back.
///
/// @param number   of the line, the first digits of its trains' numbers
/// @param legs     planned minutes from each station to the next
/// @param peak     minutes between trains in the morning and the evening of a working day
/// @param offPeak  minutes between trains at other hours
/// @param atNode   planned minutes that a train stays at the junction
record Line(int number, Operator operator, List<Station> route, List<Integer> legs, int peak, int offPeak, int atNode) {
    Line {
        if (legs.size() != route.size() - 1) {
            throw new IllegalArgumentException("The line %d has %d stations and %d legs between them."
                    .formatted(number, route.size(), legs.size()));
        }
    }

    /// As it is printed.
    String title() {
        return "L" + number;
    }

    /// The stations in the order in which trains of a direction reach them.
    List<Station> along(int direction) {
        return direction == 0 ? route : route.reversed();
    }

    List<Integer> legs(int direction) {
        return direction == 0 ? legs : legs.reversed();
    }
}
