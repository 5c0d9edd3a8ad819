package org.prevenance.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.model.ModelFile;
import org.prevenance.forecast.target.RollingOrigin;
import org.prevenance.forecast.target.Target;
import org.prevenance.forecasting.ChronicleReader;
import org.prevenance.forecasting.ForecastText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `prevenance forecast train DIR…`: learns, and writes one model file for each forecast.
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description =
                "Learns forecasts from what was known by --until, and writes NAME.model files. Train again to learn anew.",
        footer = {"", "Exit: 0 done; 1 failed; 2 wrongly asked; 3 nothing could be read."})
final class ForecastTrain implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ForecastOptions options;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Retraining retraining;

    @Option(names = "--licence", paramLabel = "TEXT", description = "of the data, to be written into the model")
    private @Nullable String licence;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where NAME.model is written; default: the working folder")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        boolean json = options.json();
        List<Target> targets = options.targets();
        ChronicleReader.Result read = options.read(targets);
        ForecastOptions.each(targets, target -> {
            ModelFile model = train(target, options.chronicle(target, read));
            Path file = out.resolve(target.declaration().name() + ".model");
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
                model.write(to);
            }
            Output.print(
                    json ? model.provenance().json() : ForecastText.trained(target, model, file, options.language()));
            return file;
        });
        return 0;
    }

    private ModelFile train(Target target, Chronicle chronicle) {
        RollingOrigin rolling = retraining.rollingOrigin();
        Target.Origin origin = new Target.Origin(options.source(), licence);
        long until = chronicle.known(chronicle.size() - 1);
        return rolling == null
                ? target.train(chronicle, origin, until, ForecastWork.onTerminal())
                : rolling.train(target, chronicle, origin, until, ForecastWork.onTerminal());
    }
}
