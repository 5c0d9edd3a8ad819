package org.prevenance.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.prevenance.backtest.BacktestResult;
import org.prevenance.backtest.Comparison;
import org.prevenance.backtest.Outcome;
import org.prevenance.backtest.Side;
import org.prevenance.measure.Estimate;
import org.prevenance.measure.Figures;
import org.prevenance.measure.JudgedCase;
import org.prevenance.measure.JudgedComplaint;
import org.prevenance.measure.Measure;
import org.prevenance.measure.Period;
import org.prevenance.measure.Sum;
import org.prevenance.measure.Word;
import org.prevenance.signal.Harm;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;

/// The result of a backtest for programs: one JSON object on one line, in UTF-8, with a newline at its end.
///
/// Figures stand under `live` and `futureVisible`, for each signal and for all `together`: counts, `estimates` by name
/// (`precision`, `recall`, `lead-10`, `lead-50`, `lead-90`, `calls`, `idle-calls`, `cases`; those that have a value),
/// each with `value`, `low` and `high`, and `harmFound` and `harmPrevented` by currency. `leak` is what seeing the
/// future adds to some of them. docs/backtest.md says what each means.
public final class BacktestJson {
    private final JsonGenerator json;

    private BacktestJson(JsonGenerator json) {
        this.json = json;
    }

    /// Writes the result and flushes; does not close `out`.
    public static void write(BacktestResult result, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonReport.JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            content(result, json);
            json.writeEndObject();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        out.write("\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /// Writes all properties of the result into the object at hand.
    static void content(BacktestResult result, JsonGenerator json) {
        new BacktestJson(json).all(result);
    }

    private void all(BacktestResult result) {
        json.writeName("events");
        JsonReport.counts(json, result.counts());
        period(result.period());
        json.writeObjectPropertyStart("intervals");
        json.writeNumberProperty("level", 0.95);
        json.writeNumberProperty("resamples", result.bootstrap().resamples());
        json.writeNumberProperty("seed", result.bootstrap().seed());
        json.writeEndObject();
        json.writeName("result");
        outcome(result.main());
        cases("cases", result.main().live().cases());
        complaints(result.main().live().complaints());
        Side hindsight = result.main().hindsight();
        cases("casesFutureVisible", hindsight == null ? List.of() : hindsight.cases());
        variations(result);
        comparison(result);
        ForecastLines.write(result.forecasts(), json);
    }

    private void period(@Nullable Period period) {
        json.writeName("period");
        if (period == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("from", period.from().toString());
        json.writeStringProperty("until", period.until().toString());
        json.writeStringProperty("zone", period.zone().getId());
        json.writeNumberProperty("workingDays", period.workingDays());
        json.writeEndObject();
    }

    private void outcome(Outcome outcome) {
        Side hindsight = outcome.hindsight();
        json.writeStartObject();
        JsonReport.text(json, "name", outcome.name());
        json.writeArrayPropertyStart("signals");
        for (int i = 0; i < outcome.signals().size(); i++) {
            Outcome.SignalAbout about = outcome.signals().get(i);
            json.writeStartObject();
            json.writeStringProperty("signal", about.name());
            json.writeObjectPropertyStart("title");
            JsonReport.text(json, "fr", about.titleFr());
            JsonReport.text(json, "en", about.titleEn());
            json.writeEndObject();
            json.writeNumberProperty("horizonDays", about.horizonDays());
            JsonReport.text(json, "callWithin", about.deadline());
            json.writeBooleanProperty("hasTruth", about.hasTruth());
            both(
                    outcome.live().signals().get(i),
                    hindsight == null ? null : hindsight.signals().get(i));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectPropertyStart("together");
        both(outcome.live().together(), hindsight == null ? null : hindsight.together());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void both(Figures live, @Nullable Figures hindsight) {
        json.writeName("live");
        figures(live);
        if (hindsight != null) {
            json.writeName("futureVisible");
            figures(hindsight);
            difference("leak", live, hindsight);
        }
    }

    /// How much larger the later figures are, where both have a value.
    private void difference(String name, Figures before, Figures after) {
        json.writeObjectPropertyStart(name);
        for (Measure measure : Measure.values()) {
            Estimate from = before.get(measure);
            Estimate to = after.get(measure);
            if (from != null && to != null) {
                estimate(name(measure), to.minus(from));
            }
        }
        json.writeEndObject();
    }

    private void figures(Figures figures) {
        json.writeStartObject();
        json.writeNumberProperty("cases", figures.cases());
        json.writeNumberProperty("tooYoung", figures.tooYoung());
        json.writeNumberProperty("judged", figures.judged());
        json.writeNumberProperty("confirmed", figures.confirmed());
        json.writeNumberProperty("tooLate", figures.tooLate());
        json.writeNumberProperty("falseAlarms", figures.falseAlarms());
        json.writeNumberProperty("unconfirmed", figures.unconfirmed());
        json.writeNumberProperty("complaints", figures.complaints());
        json.writeNumberProperty("foreseen", figures.foreseen());
        json.writeNumberProperty("calls", figures.calls());
        json.writeObjectPropertyStart("estimates");
        for (Measure measure : Measure.values()) {
            Estimate estimate = figures.get(measure);
            if (estimate != null) {
                estimate(name(measure), estimate);
            }
        }
        json.writeEndObject();
        sums("harmFound", figures.found());
        sums("harmPrevented", figures.prevented());
        json.writeEndObject();
    }

    static String name(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void estimate(String name, Estimate estimate) {
        json.writeObjectPropertyStart(name);
        number("value", estimate.value());
        number("low", estimate.low());
        number("high", estimate.high());
        json.writeEndObject();
    }

    private void number(String name, double value) {
        JsonReport.number(json, name, value);
    }

    private void sums(String name, List<Sum> sums) {
        json.writeArrayPropertyStart(name);
        for (Sum sum : sums) {
            json.writeStartObject();
            json.writeStringProperty("amount", JsonReport.exact(sum.amount()));
            json.writeStringProperty("currency", sum.currency());
            number("low", sum.estimate().low());
            number("high", sum.estimate().high());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void cases(String name, List<JudgedCase> cases) {
        json.writeArrayPropertyStart(name);
        cases.forEach(this::oneCase);
        json.writeEndArray();
    }

    private void oneCase(JudgedCase one) {
        Word word = one.verdict().word();
        Integer lead = one.verdict().leadDays();
        json.writeStartObject();
        json.writeStringProperty("signal", one.signal());
        JsonReport.text(json, "subject", one.subject());
        json.writeStringProperty("openedAt", one.opened().toString());
        JsonReport.text(json, "closedAt", JsonReport.instant(one.closed()));
        json.writeBooleanProperty("judged", one.isJudged());
        json.writeStringProperty(
                "fate", one.verdict().fate().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeName("by");
        if (word == null) {
            json.writeNull();
        } else {
            json.writeStartObject();
            JsonReport.text(json, "truth", word.truth());
            JsonReport.text(json, "event", word.id());
            json.writeStringProperty(
                    "at", org.prevenance.event.ZoneDays.instant(word.time()).toString());
            json.writeEndObject();
        }
        json.writeName("leadDays");
        if (lead == null) {
            json.writeNull();
        } else {
            json.writeNumber(lead);
        }
        harm("harm", one.harm());
        harm("prevented", one.prevented());
        json.writeEndObject();
    }

    private void harm(String name, @Nullable Harm harm) {
        json.writeName(name);
        if (harm == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("amount", JsonReport.exact(harm.amount()));
        json.writeStringProperty("currency", harm.currency());
        json.writeEndObject();
    }

    private void complaints(List<JudgedComplaint> complaints) {
        json.writeArrayPropertyStart("complaints");
        for (JudgedComplaint one : complaints) {
            json.writeStartObject();
            json.writeStringProperty("signal", one.signal());
            JsonReport.text(json, "event", one.id());
            JsonReport.text(json, "subject", one.about());
            json.writeStringProperty("at", one.time().toString());
            json.writeBooleanProperty("foreseen", one.foreseen());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void variations(BacktestResult result) {
        BacktestResult.Varied varied = result.varied();
        json.writeName("varied");
        if (varied == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        JsonReport.text(json, "path", varied.path());
        JsonReport.text(json, "present", varied.present());
        json.writeArrayPropertyStart("values");
        result.variations().forEach(this::outcome);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void comparison(BacktestResult result) {
        Comparison comparison = result.comparison();
        json.writeName("comparison");
        if (comparison == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeName("old");
        outcome(comparison.old());
        difference(
                "difference",
                comparison.old().live().together(),
                result.main().live().together());
        cases("gained", comparison.gained());
        cases("lost", comparison.lost());
        json.writeNumberProperty("kept", comparison.kept().size());
        json.writeNumberProperty(
                "earlier",
                comparison.kept().stream()
                        .filter(kept ->
                                kept.after().opened().isBefore(kept.before().opened()))
                        .count());
        json.writeNumberProperty(
                "later",
                comparison.kept().stream()
                        .filter(kept ->
                                kept.after().opened().isAfter(kept.before().opened()))
                        .count());
        json.writeEndObject();
    }
}
