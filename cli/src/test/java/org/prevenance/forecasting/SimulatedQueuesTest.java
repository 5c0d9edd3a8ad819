package org.prevenance.forecasting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.prevenance.check.Packs;
import org.prevenance.event.Raw;
import org.prevenance.files.Progress;
import org.prevenance.forecast.Forecasts;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.judge.Trial;
import org.prevenance.forecast.model.ModelFile;
import org.prevenance.forecast.target.Foretold;
import org.prevenance.forecast.target.NotForetold;
import org.prevenance.forecast.target.Predicted;
import org.prevenance.forecast.target.Target;
import org.prevenance.forecast.target.Work;
import org.prevenance.simulator.Sector;
import org.prevenance.simulator.Settings;
import org.prevenance.simulator.Simulate;
import org.prevenance.sources.Sources;
import org.prevenance.text.Checked;
import org.prevenance.vocabulary.Vocabulary;
import org.prevenance.vocabulary.VocabularyReader;

/// Twelve weeks of simulated phone queues: learnt from, judged, foretold.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatedQueuesTest {
    private static final Target.Origin SIMULATED = new Target.Origin("simulated", null);

    private Path folder = Path.of("");
    private List<Target> waits = List.of();
    private List<Chronicle> whole = List.of();

    @BeforeAll
    void simulated(@TempDir Path given) throws IOException {
        folder = given;
        Simulate.write(folder, Settings.of(4, 500, 84).with(Sector.QUEUES));
        if (Forecasts.read(new Declarations(Path.of("..")).choose(List.of("wait")))
                instanceof Checked.Right<List<Target>>(List<Target> read)) {
            waits = read;
        }
        whole = List.of(read(Long.MAX_VALUE));
    }

    @Test
    void beatsTheAverageOfTheLastHourAndItsIntervalsHold() {
        Trial trial = target().judge(all(), lastQuarter(), null, Work.SILENT);

        double forecast = error(trial, "forecast");
        assertTrue(forecast <= 0.8 * error(trial, "persistence"), () -> forecast + " min");
        assertTrue(
                forecast < error(trial, "promise") && forecast < error(trial, "last-caller"), () -> forecast + " min");
        long inside = 0;
        for (int row = 0; row < trial.rows(); row++) {
            inside += trial.low(row) <= trial.truth(row) && trial.truth(row) <= trial.high(row) ? 1 : 0;
        }
        double covered = (double) inside / trial.rows();
        assertTrue(covered > 0.75 && covered < 0.85, () -> covered + " covered");
    }

    @Test
    void whatIsForetoldRestsOnWhatWasKnownThen() throws IOException {
        long until = all().known(all().size() - 1) - 7 * Raw.DAY;
        ModelFile model = target().train(read(until), SIMULATED, until, Work.SILENT);
        Target.Span day = new Target.Span(until + Raw.DAY, until + 2 * Raw.DAY);

        Predicted predicted = target().predict(all(), model, day, Work.SILENT);
        List<Foretold> told = predicted.made();

        assertFalse(told.isEmpty());
        assertEquals(predicted, target().predict(read(day.until() - 1), model, day, Work.SILENT));
        Set<Object> points = told.stream().map(one -> one.data().get("pointId")).collect(Collectors.toSet());
        assertTrue(Set.of("Q01", "Q02", "Q03").containsAll(points), points::toString);
        Target.Span known = new Target.Span(until - Raw.DAY, until);
        var refused = assertThrows(NotForetold.class, () -> target().judge(all(), known, model, Work.SILENT));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("The model was trained on what was known until"));
    }

    private Target target() {
        return waits.getFirst();
    }

    private Chronicle all() {
        return whole.getFirst();
    }

    private Target.Span lastQuarter() {
        long from = all().known(0);
        long until = all().known(all().size() - 1);
        return new Target.Span(until - (until - from) / 4, until + 1);
    }

    private static double error(Trial trial, String method) {
        int number =
                trial.methods().stream().map(label -> label.name()).toList().indexOf(method);
        double sum = 0;
        int answers = 0;
        for (int row = 0; row < trial.rows(); row++) {
            double said = trial.said(number, row);
            if (!Double.isNaN(said)) {
                sum += Math.abs(said - trial.truth(row));
                answers++;
            }
        }
        return sum / answers;
    }

    private Chronicle read(long until) throws IOException {
        if (VocabularyReader.read(Packs.shipped().choose(List.of()).vocabularies())
                instanceof Checked.Right<Vocabulary>(Vocabulary vocabulary)) {
            return ChronicleReader.read(
                            new ChronicleReader.Request(
                                    List.of(folder),
                                    Sources.none(vocabulary),
                                    vocabulary,
                                    ChronicleReader.types(waits, vocabulary),
                                    ZoneId.of("Europe/Paris"),
                                    until),
                            1,
                            Progress.NONE)
                    .of(target())
                    .chronicle();
        }
        throw new AssertionError("The vocabularies that ship have mistakes.");
    }
}
