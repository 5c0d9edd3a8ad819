package org.prevenance.forecast.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All figures of a place over some days.
///
/// @param days        with at least one question
/// @param questions   asked
/// @param methods     in the order of the trial, the forecast first
/// @param differences to each rival, in their order
/// @param coverage    null where the forecast told no interval
/// @param calibration null where it told no probability
public record Sheet(
        int days,
        long questions,
        List<MethodFigures> methods,
        List<Difference> differences,
        @Nullable Coverage coverage,
        @Nullable Calibration calibration) {
    public Sheet {
        methods = List.copyOf(methods);
        differences = List.copyOf(differences);
    }

    public MethodFigures forecast() {
        return methods.getFirst();
    }
}
