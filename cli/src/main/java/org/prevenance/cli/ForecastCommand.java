package org.prevenance.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `prevenance forecast train|judge|predict DIR…`.
@Command(
        name = "forecast",
        mixinStandardHelpOptions = true,
        description =
                "Learns forecasts from past events, judges them on later ones, and makes those that beat the operator's own promise.",
        subcommands = {ForecastTrain.class, ForecastJudge.class, ForecastPredict.class, ForecastEta.class})
final class ForecastCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new WrongUse("""
                Say what to do with the forecasts.
                Maybe write ./prevenance forecast train DIR, ./prevenance forecast judge DIR, or ./prevenance forecast predict DIR.""");
    }
}
