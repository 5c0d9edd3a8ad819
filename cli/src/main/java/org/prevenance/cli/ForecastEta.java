package org.prevenance.cli;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.eta.RunningEstimates;
import org.prevenance.forecast.judge.Eta;
import org.prevenance.forecasting.EtaText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `prevenance forecast eta DIR…`: how good running estimates are for the one who waits.
@Command(
        name = "eta",
        mixinStandardHelpOptions = true,
        description =
                "Says how often the operator's running estimate of an arrival, and our forecast, were good enough in its last fifteen minutes, by the ETA Accuracy Benchmark.",
        footer = {"", "Exit: 0 done; 1 failed; 2 wrongly asked; 3 nothing could be read."})
final class ForecastEta implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ForecastOptions options;

    @Override
    public Integer call() throws IOException {
        boolean json = options.json();
        Chronicle chronicle = options.read(Set.copyOf(RunningEstimates.reads()));
        List<Eta> etas = RunningEstimates.of(chronicle);
        Output.print(json ? EtaText.json(etas) : EtaText.of(etas, options.language()));
        return 0;
    }
}
