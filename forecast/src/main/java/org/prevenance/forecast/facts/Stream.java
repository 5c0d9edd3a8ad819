package org.prevenance.forecast.facts;

import java.util.List;

/// Values of one kind apart by what they have in common: delays on leaving by line and hour, rain by station.
///
/// @param of    what is looked at
/// @param value of it
/// @param at    whose own stop counts; [At#ANY] for none
/// @param same  what else they have in common
record Stream(Of of, String value, At at, List<Same> same) {
    /// What is looked at.
    enum Of {
        DEPARTURES,
        ARRIVALS,
        WEATHER
    }

    /// Which of the question's stops is theirs: that from which the leg leaves, that to which it goes, or any.
    enum At {
        ANY,
        FROM,
        TO
    }

    /// What a leg can have in common with the one that is asked about.
    enum Same {
        NUMBER,
        OPERATOR,
        /// As it is printed.
        LINE,
        FROM,
        TO,
        HOUR,
        WEEKDAY,
        VEHICLE
    }

    Stream {
        same = List.copyOf(same);
    }
}
