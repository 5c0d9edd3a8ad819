package org.prevenance.check;

import java.nio.file.Path;
import java.util.List;

/// What a run adds to the events of its folder.
///
/// @param files     of events
/// @param forecasts what stands in them of what models foretold, and what does not; one for each model
public record Further(List<Path> files, List<Foretelling> forecasts) {
    public static final Further NOTHING = new Further(List.of(), List.of());

    public Further {
        files = List.copyOf(files);
        forecasts = List.copyOf(forecasts);
    }
}
