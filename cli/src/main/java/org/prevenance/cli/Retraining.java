package org.prevenance.cli;

import org.jspecify.annotations.Nullable;
import org.prevenance.forecast.target.RollingOrigin;
import picocli.CommandLine.Option;

/// How often a forecast learns again while it is judged.
final class Retraining {
    @Option(
            names = "--retrain",
            paramLabel = "DAYS",
            description =
                    "judge as if it learnt again every so many days, such as 30d, over the second half of the time")
    private @Nullable String every;

    /// @return null: it learns once
    @Nullable
    RollingOrigin rollingOrigin() {
        RollingOrigin rolling = every == null ? null : RollingOrigin.read(every);
        if (every != null && rolling == null) {
            throw new WrongUse("--retrain cannot be (%s).\nMaybe write 30d.".formatted(every));
        }
        return rolling;
    }
}
