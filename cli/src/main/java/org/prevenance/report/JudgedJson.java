package org.prevenance.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.forecast.judge.Alarm;
import org.prevenance.forecast.judge.Calibration;
import org.prevenance.forecast.judge.Coverage;
import org.prevenance.forecast.judge.Difference;
import org.prevenance.forecast.judge.Eta;
import org.prevenance.forecast.judge.Figure;
import org.prevenance.forecast.judge.Judged;
import org.prevenance.forecast.judge.Judgement;
import org.prevenance.forecast.judge.Label;
import org.prevenance.forecast.judge.MethodFigures;
import org.prevenance.forecast.judge.Place;
import org.prevenance.forecast.judge.PlaceDay;
import org.prevenance.forecast.judge.Reason;
import org.prevenance.forecast.judge.Scale;
import org.prevenance.forecast.judge.Sheet;
import org.prevenance.forecast.judge.Verdict;
import org.prevenance.forecast.judge.WatchedDay;
import org.prevenance.forecast.judge.Week;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;

/// What the judge of forecasts found, for programs: one JSON object on one line, in UTF-8, with a newline at its end.
/// docs/forecasts.md says what each property means. A figure is `{"value":…,"low":…,"high":…}`, or null where it has no
/// value.
public final class JudgedJson {
    private final JsonGenerator json;

    private JudgedJson(JsonGenerator json) {
        this.json = json;
    }

    /// Writes the findings and flushes; does not close `out`.
    public static void write(List<Judged> all, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonReport.JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            content(all, json);
            json.writeEndObject();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        out.write("\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /// Writes all properties of the findings into the object at hand.
    static void content(List<Judged> all, JsonGenerator json) {
        json.writeArrayPropertyStart("forecasts");
        all.forEach(new JudgedJson(json)::one);
        json.writeEndArray();
    }

    private void one(Judged judged) {
        Judgement judgement = judged.judgement();
        json.writeStartObject();
        json.writeStringProperty("forecast", judgement.name());
        json.writeStringProperty("study", judged.title().name());
        json.writeObjectPropertyStart("title");
        words(judged.title());
        json.writeEndObject();
        json.writeStringProperty("from", judgement.from().toString());
        json.writeStringProperty("until", judgement.until().toString());
        json.writeNumberProperty("days", judgement.days());
        json.writeNumberProperty("questions", judgement.questions());
        json.writeNumberProperty("relearnt", judged.relearnt());
        json.writeArrayPropertyStart("worstDays");
        judgement.worstDays().forEach(day -> json.writeString(day.toString()));
        json.writeEndArray();
        scale(judgement.scale());
        json.writeObjectPropertyStart("intervals");
        json.writeNumberProperty("level", 0.95);
        json.writeNumberProperty("resamples", judgement.rules().resamples());
        json.writeNumberProperty("seed", judgement.rules().seed());
        json.writeEndObject();
        json.writeObjectPropertyStart("needed");
        json.writeNumberProperty("days", judgement.rules().days());
        json.writeNumberProperty("questions", judgement.rules().questions());
        json.writeEndObject();
        labels("methods", judgement.methods());
        labels("horizons", judgement.horizons());
        labels("parts", judgement.parts());
        json.writeArrayPropertyStart("places");
        judgement.places().forEach(place -> place(judgement, place));
        json.writeEndArray();
        json.writeArrayPropertyStart("eta");
        judgement.etas().forEach(this::eta);
        json.writeEndArray();
        watched(judged);
        json.writeEndObject();
    }

    private void words(Label label) {
        JsonReport.text(json, "fr", label.fr());
        JsonReport.text(json, "en", label.en());
    }

    private void labels(String name, List<Label> labels) {
        json.writeArrayPropertyStart(name);
        for (Label label : labels) {
            json.writeStartObject();
            JsonReport.text(json, "name", label.name());
            words(label);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void scale(Scale scale) {
        json.writeObjectPropertyStart("scale");
        switch (scale) {
            case Scale.Minutes(double close, double near, double late) -> {
                json.writeStringProperty("kind", "minutes");
                number("close", close);
                number("near", near);
                number("late", late);
            }
            case Scale.Choice(double sure) -> {
                json.writeStringProperty("kind", "choice");
                number("sure", sure);
            }
            case Scale.Cost(String currency) -> {
                json.writeStringProperty("kind", "cost");
                json.writeStringProperty("currency", currency);
            }
        }
        json.writeEndObject();
    }

    private void place(Judgement judgement, Place place) {
        json.writeStartObject();
        JsonReport.text(json, "horizon", place.horizon().name());
        JsonReport.text(json, "part", place.part().name());
        json.writeBooleanProperty("shown", place.verdict().isShown());
        json.writeArrayPropertyStart("reasons");
        if (place.verdict() instanceof Verdict.Silent(List<Reason> reasons)) {
            reasons.forEach(this::reason);
        }
        json.writeEndArray();
        sheet("all", judgement, place.all());
        sheet("ordinary", judgement, place.ordinary());
        sheet("worst", judgement, place.worst());
        json.writeArrayPropertyStart("weeks");
        place.weeks().forEach(week -> week(judgement, week));
        json.writeEndArray();
        json.writeArrayPropertyStart("days");
        place.days().forEach(day -> day(judgement, day));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void reason(Reason reason) {
        json.writeStartObject();
        json.writeStringProperty("code", reason.code());
        JsonReport.text(json, "fr", reason.fr());
        JsonReport.text(json, "en", reason.en());
        json.writeEndObject();
    }

    private void sheet(String name, Judgement judgement, @Nullable Sheet sheet) {
        json.writeName(name);
        if (sheet == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeNumberProperty("days", sheet.days());
        json.writeNumberProperty("questions", sheet.questions());
        json.writeObjectPropertyStart("methods");
        sheet.methods().forEach(this::method);
        json.writeEndObject();
        json.writeObjectPropertyStart("against");
        sheet.differences().forEach(this::difference);
        json.writeEndObject();
        coverage(judgement, sheet.coverage());
        calibration(sheet.calibration());
        json.writeEndObject();
    }

    private void method(MethodFigures method) {
        json.writeObjectPropertyStart(JsonReport.wellFormed(method.method().name()));
        json.writeNumberProperty("answered", method.answered());
        json.writeNumberProperty("days", method.days());
        figure("mean", method.mean());
        figure("median", method.median());
        figure("close", method.close());
        figure("near", method.near());
        json.writeEndObject();
    }

    private void difference(Difference difference) {
        json.writeObjectPropertyStart(JsonReport.wellFormed(difference.rival().name()));
        json.writeNumberProperty("shared", difference.shared());
        json.writeNumberProperty("days", difference.days());
        figure("forecast", difference.forecast());
        figure("rival", difference.rivalLoss());
        figure("difference", difference.difference());
        figure("gain", difference.gain());
        number("chance", difference.chance());
        json.writeEndObject();
    }

    private void coverage(Judgement judgement, @Nullable Coverage coverage) {
        json.writeName("coverage");
        if (coverage == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        number("expected", judgement.level());
        json.writeNumberProperty("questions", coverage.questions());
        figure("covered", coverage.covered());
        figure("width", coverage.width());
        json.writeEndObject();
    }

    private void calibration(@Nullable Calibration calibration) {
        json.writeName("calibration");
        if (calibration == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeNumberProperty("questions", calibration.questions());
        figure("happened", calibration.happened());
        figure("brier", calibration.brier());
        figure("plainBrier", calibration.plainBrier());
        json.writeArrayPropertyStart("bins");
        for (Calibration.Bin bin : calibration.bins()) {
            json.writeStartObject();
            number("from", bin.from());
            number("to", bin.to());
            json.writeNumberProperty("questions", bin.questions());
            number("said", bin.said());
            figure("happened", bin.happened());
            json.writeEndObject();
        }
        json.writeEndArray();
        Calibration.Sure sure = calibration.sure();
        json.writeName("sure");
        if (sure == null) {
            json.writeNull();
        } else {
            json.writeStartObject();
            number("confidence", sure.confidence());
            json.writeNumberProperty("questions", sure.questions());
            figure("share", sure.share());
            figure("right", sure.right());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void week(Judgement judgement, Week week) {
        json.writeStartObject();
        json.writeStringProperty("monday", week.monday().toString());
        json.writeNumberProperty("questions", week.questions());
        json.writeObjectPropertyStart("means");
        for (int method = 0; method < week.means().size(); method++) {
            figure(
                    JsonReport.wellFormed(judgement.methods().get(method).name()),
                    week.means().get(method));
        }
        json.writeEndObject();
        figure("covered", week.covered());
        json.writeEndObject();
    }

    private void day(Judgement judgement, PlaceDay day) {
        json.writeStartObject();
        json.writeStringProperty("day", day.day().toString());
        json.writeNumberProperty("questions", day.questions());
        json.writeObjectPropertyStart("means");
        for (int method = 0; method < day.means().size(); method++) {
            String name = JsonReport.wellFormed(judgement.methods().get(method).name());
            Double mean = day.means().get(method);
            if (mean == null) {
                json.writeNullProperty(name);
            } else {
                number(name, mean);
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void eta(Eta eta) {
        json.writeStartObject();
        JsonReport.text(json, "method", eta.method().name());
        figure("overall", eta.overall());
        json.writeArrayPropertyStart("buckets");
        for (Eta.Share share : eta.buckets()) {
            json.writeStartObject();
            number("from", share.bucket().from());
            number("to", share.bucket().to());
            json.writeNumberProperty("predictions", share.predictions());
            figure("accurate", share.accurate());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void watched(Judged judged) {
        json.writeObjectPropertyStart("watch");
        json.writeArrayPropertyStart("days");
        for (WatchedDay day : judged.watched().days()) {
            json.writeStartObject();
            json.writeStringProperty("day", day.date().toString());
            json.writeNumberProperty("planned", day.planned());
            number("unfamiliar", day.unfamiliar());
            json.writeNumberProperty("answers", day.answers());
            number("loss", day.loss());
            number("promised", day.promised());
            number("covered", day.covered());
            json.writeArrayPropertyStart("alarms");
            day.alarms().forEach(this::alarm);
            json.writeEndArray();
            silence("silence", day.silence());
            json.writeEndObject();
        }
        json.writeEndArray();
        silence("next", judged.watched().next());
        json.writeEndObject();
    }

    private void alarm(Alarm alarm) {
        json.writeStartObject();
        switch (alarm) {
            case Alarm.PlanChanged(double unfamiliar, double usual) -> {
                json.writeStringProperty("kind", "plan-changed");
                number("found", unfamiliar);
                number("usual", usual);
            }
            case Alarm.ErrsMore(double ratio, double usual) -> {
                json.writeStringProperty("kind", "errs-more");
                number("found", ratio);
                number("usual", usual);
            }
            case Alarm.CoversLess(double covered, double usual) -> {
                json.writeStringProperty("kind", "covers-less");
                number("found", covered);
                number("usual", usual);
            }
        }
        json.writeEndObject();
    }

    private void silence(String name, @Nullable Reason reason) {
        json.writeName(name);
        if (reason == null) {
            json.writeNull();
        } else {
            reason(reason);
        }
    }

    private void figure(String name, @Nullable Figure figure) {
        json.writeName(name);
        if (figure == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        number("value", figure.value());
        number("low", figure.low());
        number("high", figure.high());
        json.writeEndObject();
    }

    private void number(String name, double value) {
        JsonReport.number(json, name, value);
    }
}
