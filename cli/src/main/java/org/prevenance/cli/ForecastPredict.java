package org.prevenance.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prevenance.check.Foretelling;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.model.ModelFile;
import org.prevenance.forecast.target.Foretold;
import org.prevenance.forecast.target.Predicted;
import org.prevenance.forecast.target.Target;
import org.prevenance.forecasting.ChronicleReader;
import org.prevenance.forecasting.ForecastText;
import org.prevenance.forecasting.ForetoldEvents;
import org.prevenance.report.ForecastLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `prevenance forecast predict DIR…`: makes the forecasts of a span of time, as events.
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description =
                "Makes the forecasts that fall due from --from to --until, each with what was known at its instant, as events. Where a forecast beats nobody it is silent.",
        footer = {"", "Exit: 0 done; 1 failed; 2 wrongly asked; 3 nothing could be read."})
final class ForecastPredict implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ForecastOptions options;

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description =
                    "first instant at which a forecast is made; default: one hour before the last event became known")
    private @Nullable String from;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "that train wrote; default: NAME.model in the working folder")
    private @Nullable Path model;

    @Option(names = "--out", paramLabel = "DIR", description = "also write forecasts.ndjson there")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        boolean json = options.json();
        List<Target> targets = options.targets();
        if (model != null && targets.size() > 1) {
            throw new WrongUse("--model is of one forecast, but %d were asked for.\nMaybe add --forecast NAME."
                    .formatted(targets.size()));
        }
        long started = System.nanoTime();
        ChronicleReader.Result read = options.read(targets);
        long reading = System.nanoTime() - started;
        List<Made> made = ForecastOptions.each(targets, target -> made(target, options.chronicle(target, read)));
        List<Foretold> all =
                made.stream().flatMap(one -> one.predicted.made().stream()).toList();
        if (out != null) {
            Files.createDirectories(out);
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(out.resolve("forecasts.ndjson")))) {
                ForetoldEvents.write(all, to);
            }
        }
        if (json) {
            ForetoldEvents.write(all, Output.bytes());
        } else {
            Output.print(ForecastText.foretold(all, options.language()));
        }
        // beside the answer, which stays a stream of events, the same for the same events
        System.err.print(ForecastLines.text(made.stream().map(Made::told).toList(), options.language())
                + ForecastText.took(
                        made.stream().mapToLong(one -> one.predicted.answered()).sum(),
                        made.stream().mapToLong(Made::took).sum(),
                        made.stream().mapToLong(Made::processor).sum(),
                        reading,
                        options.language()));
        return 0;
    }

    /// @param took      nanoseconds
    /// @param processor nanoseconds that all processors worked in that time
    private record Made(Predicted predicted, Foretelling told, long took, long processor) {}

    private Made made(Target target, Chronicle chronicle) throws IOException {
        ModelFile learnt = ForecastOptions.model(target, model);
        long started = System.nanoTime();
        long worked = processor();
        Predicted predicted = target.predict(chronicle, learnt, span(chronicle), ForecastWork.onTerminal());
        return new Made(
                predicted,
                ForecastText.foretelling(target.declaration(), learnt, predicted),
                System.nanoTime() - started,
                processor() - worked);
    }

    /// 0 where the machine does not say.
    private static long processor() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(0L);
    }

    private Target.Span span(Chronicle chronicle) {
        Instant first = CheckOptions.instant("--from", from);
        Instant last = CheckOptions.instant("--until", options.until);
        long end = last == null ? chronicle.known(chronicle.size() - 1) : ZoneDays.micros(last);
        return new Target.Span(first == null ? end - Raw.HOUR : ZoneDays.micros(first), end + 1);
    }
}
