package org.prevenance.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.ZoneDays;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.judge.Judged;
import org.prevenance.forecast.judge.Label;
import org.prevenance.forecast.judge.Trial;
import org.prevenance.forecast.model.ModelFile;
import org.prevenance.forecast.target.Declaration;
import org.prevenance.forecast.target.NotForetold;
import org.prevenance.forecast.target.Target;
import org.prevenance.report.JudgedFolder;
import org.prevenance.report.JudgedJson;
import org.prevenance.report.JudgedText;
import org.prevenance.report.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `prevenance forecast judge DIR…`: where a forecast beats everything that people have without it.
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        description =
                "Compares forecasts with the operator's promise and all other rivals, on days that they have not learnt from, and says where each is shown and where it keeps silent.",
        footer = {"", "Exit: 0 done; 1 failed; 2 wrongly asked; 3 nothing could be read."})
final class ForecastJudge implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ForecastOptions options;

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description =
                    "judge questions asked from then on; default: where the model's knowledge ends, else the last quarter of the time")
    private @Nullable String from;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "that train wrote; default: learn from what was known by --from")
    private @Nullable Path model;

    @Option(names = "--out", paramLabel = "DIR", description = "also write forecast.html and forecast.json there")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        boolean json = options.json();
        Language language = options.language();
        List<Target> targets = options.targets();
        Chronicle chronicle = options.read(targets).chronicle();
        if (chronicle.size() == 0) {
            throw new NothingRead("None of the events is of a type that these forecasts read.");
        }
        List<Judged> all = new ArrayList<>();
        for (Target target : targets) {
            all.add(judged(target, chronicle));
        }
        if (out != null) {
            JudgedFolder.write(all, language, out);
        }
        if (json) {
            JudgedJson.write(all, Output.bytes());
        } else {
            Output.print(JudgedText.of(all, language, out == null ? null : out.toString()));
        }
        return 0;
    }

    private Judged judged(Target target, Chronicle chronicle) throws IOException {
        ModelFile learnt = model == null ? null : ForecastOptions.model(target, model);
        try {
            Trial trial = target.judge(chronicle, span(chronicle, learnt), learnt, ForecastWork.onTerminal());
            if (trial.rows() == 0) {
                throw new NothingRead("The forecast (%s) was asked nothing in this time.\nMaybe name an earlier --from."
                        .formatted(target.declaration().name()));
            }
            Declaration declaration = target.declaration();
            return Judged.of(new Label(declaration.name(), declaration.titleFr(), declaration.titleEn()), trial);
        } catch (NotForetold e) {
            throw new WrongUse(String.valueOf(e.getMessage()));
        }
    }

    private Target.Span span(Chronicle chronicle, @Nullable ModelFile learnt) {
        Instant first = CheckOptions.instant("--from", from);
        Instant last = CheckOptions.instant("--until", options.until);
        long end = last == null ? chronicle.known(chronicle.size() - 1) : ZoneDays.micros(last);
        long start = chronicle.known(0);
        long usual = learnt == null
                ? end - (end - start) / 4
                : ZoneDays.micros(learnt.provenance().data().until()) + 1;
        return new Target.Span(first == null ? usual : ZoneDays.micros(first), end + 1);
    }
}
