package org.prevenance.forecast.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found at one horizon in one part of the network.
///
/// The verdict rests on all days: nobody knows in the morning that the day will be one of the worst.
///
/// @param ordinary all days but the worst; null where none has a question here
/// @param worst    null where none has a question here
/// @param days     of the whole network; empty for its parts, of which there may be many
public record Place(
        Label horizon,
        Label part,
        Verdict verdict,
        Sheet all,
        @Nullable Sheet ordinary,
        @Nullable Sheet worst,
        List<Week> weeks,
        List<PlaceDay> days) {
    public Place {
        weeks = List.copyOf(weeks);
        days = List.copyOf(days);
    }
}
