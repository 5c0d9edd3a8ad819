package org.prevenance.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.prevenance.forecast.target.RollingOrigin;
import org.prevenance.forecast.target.Target;
import org.prevenance.forecast.target.TooLittle;
import org.prevenance.forecast.target.Work;
import org.prevenance.forecasting.ChronicleReader;
import org.prevenance.forecasting.Study;
import org.prevenance.report.JudgedFolder;
import org.prevenance.report.JudgedJson;
import org.prevenance.report.JudgedText;
import org.prevenance.signal.Language;
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

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Retraining retraining;

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description =
                    "judge questions asked from then on; default: where the model's knowledge ends, else the last quarter of the time, with --retrain the second half")
    private @Nullable String from;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "that train wrote; default: learn from what was known by --from")
    private @Nullable Path model;

    @Option(names = "--out", paramLabel = "DIR", description = "also write forecast.html and forecast.json there")
    private @Nullable Path out;

    @Option(
            names = "--studies",
            paramLabel = "FILE",
            description =
                    "judge each DIR as this file says: which forecast, from when, in which zone; such as forecasts/studies.yaml")
    private @Nullable Path studies;

    @Option(
            names = "--figures",
            paramLabel = "PAGE",
            description = "with --studies: also write the figures into this page in Markdown, where it asks for them")
    private @Nullable Path figures;

    @Override
    public Integer call() throws IOException {
        boolean json = options.json();
        Language language = options.language();
        if (figures != null && studies == null) {
            throw new WrongUse("--figures needs --studies.\nMaybe add --studies forecasts/studies.yaml.");
        }
        ForecastStudies declared = studies == null ? null : ForecastStudies.read(studies);
        List<Judged> all = declared == null ? judgedTogether() : judgedApart(declared);
        if (out != null) {
            JudgedFolder.write(all, language, out);
        }
        if (json) {
            JudgedJson.write(all, Output.bytes());
        } else {
            Output.print(JudgedText.of(all, language, out == null ? null : out.toString()));
        }
        if (figures != null && declared != null) {
            declared.write(all, figures);
        }
        return 0;
    }

    private List<Judged> judgedTogether() throws IOException {
        List<Target> targets = options.targets();
        ChronicleReader.Result read = options.read(targets);
        return ForecastOptions.each(targets, target -> {
            Declaration declaration = target.declaration();
            return judged(
                    target,
                    new Label(declaration.name(), declaration.titleFr(), declaration.titleEn()),
                    options.chronicle(target, read),
                    CheckOptions.instant("--from", from),
                    CheckOptions.instant("--until", options.until),
                    retraining.rollingOrigin());
        });
    }

    /// Each study by itself, of the folders that were named.
    private List<Judged> judgedApart(ForecastStudies declared) throws IOException {
        if (from != null
                || options.until != null
                || options.zone != null
                || model != null
                || retraining.rollingOrigin() != null
                || !options.forecasts.isEmpty()) {
            throw new WrongUse(
                    "--studies says itself what --forecast, --from, --until, --retrain, --zone and --model would say.\nMaybe leave these out.");
        }
        List<Judged> all = new ArrayList<>();
        for (Map.Entry<Study, Path> each : declared.of(options.folders).entrySet()) {
            try {
                all.add(judged(each.getKey(), each.getValue()));
            } catch (NotForetold e) {
                throw new WrongUse("The study (%s) cannot be judged: %s"
                        .formatted(each.getKey().name(), e.getMessage()));
            }
        }
        return all;
    }

    private Judged judged(Study study, Path folder) throws IOException {
        List<Target> targets = ForecastOptions.targets(List.of(study.forecast()));
        if (targets.size() > 1) {
            throw new WrongUse("The study (%s) must be of one forecast, not of %d.\nMaybe name a file."
                    .formatted(study.name(), targets.size()));
        }
        ChronicleReader.Result read =
                options.read(targets, new ForecastOptions.Scope(List.of(folder), study.zone(), study.until()));
        return judged(
                targets.getFirst(),
                new Label(study.name(), study.titleFr(), study.titleEn()),
                options.chronicle(targets.getFirst(), read),
                study.from(),
                study.until(),
                study.retrain());
    }

    private Judged judged(
            Target target,
            Label title,
            Chronicle chronicle,
            @Nullable Instant first,
            @Nullable Instant last,
            @Nullable RollingOrigin rolling)
            throws IOException {
        if (model != null && rolling != null) {
            throw new WrongUse("--model learnt once, and --retrain learns again.\nMaybe leave one of them out.");
        }
        ModelFile learnt = model == null ? null : ForecastOptions.model(target, model);
        Work work = ForecastWork.onTerminal();
        Target.Span span = span(chronicle, learnt, rolling, first, last);
        Work told = (stage, share) -> work.at(title.name() + ": " + stage, share);
        Trial trial = rolling == null
                ? target.judge(chronicle, span, learnt, told)
                : rolling.judge(target, chronicle, span, told);
        if (trial.rows() == 0) {
            throw new TooLittle("The forecast (%s) was asked nothing in this time.\nMaybe name an earlier --from."
                    .formatted(target.declaration().name()));
        }
        return Judged.of(title, trial);
    }

    private static Target.Span span(
            Chronicle chronicle,
            @Nullable ModelFile learnt,
            @Nullable RollingOrigin rolling,
            @Nullable Instant first,
            @Nullable Instant last) {
        long end = last == null ? chronicle.known(chronicle.size() - 1) : ZoneDays.micros(last);
        long start = chronicle.known(0);
        long usual = learnt != null
                ? ZoneDays.micros(learnt.provenance().data().until()) + 1
                : rolling != null ? RollingOrigin.secondHalf(chronicle, end).from() : end - (end - start) / 4;
        return new Target.Span(first == null ? usual : ZoneDays.micros(first), end + 1);
    }
}
