package org.prevenance.forecast.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.chronicle.ChronicleWriter;
import org.prevenance.forecast.judge.Judge;
import org.prevenance.forecast.judge.Judgement;
import org.prevenance.forecast.judge.Trial;
import org.prevenance.forecast.model.Provenance;
import org.prevenance.forecast.target.NotForetold;
import org.prevenance.forecast.target.RollingOrigin;
import org.prevenance.forecast.target.Target;
import org.prevenance.forecast.target.Work;

/// A forecast that learns again every thirty days, judged as it would live.
class RollingOriginTest {
    private static final RollingOrigin EVERY_30_DAYS = new RollingOrigin(30);

    private final Machines machines = new Machines();
    private final Chronicle all = machines.live(1, 60);
    private final FailureTarget target = Machines.target();

    @Test
    void theAnswersOfEachSpanAreThoseOfAJudgeOverThatSpanAlone() {
        Trial rolled = EVERY_30_DAYS.judge(target, all, new Target.Span(day(130), day(200)), Work.SILENT);

        List<String> apart = new ArrayList<>();
        for (int from = 130; from < 200; from += 30) {
            Target.Span span = new Target.Span(day(from), day(Math.min(200, from + 30)));
            List<String> answers = told(target.judge(all, span, null, Work.SILENT));
            assertFalse(answers.isEmpty());
            apart.addAll(answers);
        }
        assertEquals(apart, told(rolled));
        assertEquals(30, rolled.relearnt());
        assertNotEquals(
                told(target.judge(all, new Target.Span(day(130), day(200)), null, Work.SILENT)),
                told(rolled),
                "learning again should change something");
    }

    @Test
    void whatIsKnownLaterThanAnOriginIsNotLearntFrom() {
        Target.Span span = new Target.Span(day(130), day(160));
        Trial whole = EVERY_30_DAYS.judge(target, all, span, Work.SILENT);

        Trial other = EVERY_30_DAYS.judge(target, changedAfter(day(130), 40), span, Work.SILENT);

        List<String> answers = told(whole);
        List<String> same = told(other);
        same.retainAll(answers);
        assertTrue(same.size() > 20, () -> "Too few questions about machines that were left alone: " + same);
        assertEquals(answers.stream().filter(same::contains).toList(), same);
        assertTrue(told(other).size() < answers.size(), "what was changed should be seen");
    }

    @Test
    void thoseOfWhichTooLittleIsKnownAreRefusedWithTheReason() {
        Target.Span early = new Target.Span(day(20), day(180));

        var refused = assertThrows(NotForetold.class, () -> EVERY_30_DAYS.judge(target, all, early, Work.SILENT));

        assertTrue(String.valueOf(refused.getMessage()).startsWith("Only 0 failures"), refused::getMessage);
    }

    @Test
    void aModelSaysThatItWasJudgedSo() {
        long until = all.known(all.size() - 1);
        Target.Origin made = new Target.Origin("made", null);

        Provenance once = target.train(all, made, until, Work.SILENT).provenance();
        Provenance again =
                EVERY_30_DAYS.train(target, all, made, until, Work.SILENT).provenance();

        assertEquals(
                "learnt again every 30 days from 2025-05-21 on",
                again.settings().get("judged"));
        Target.Span second = RollingOrigin.secondHalf(all, until);
        Judgement judgement = Judge.judge(EVERY_30_DAYS.judge(target, all, second, Work.SILENT));
        assertEquals(judgement.verdict("7d", "devices").isShown(), again.allows("7d", "devices"));
        assertEquals(once.data(), again.data());
        assertTrue(again.figures().get("7d forecast") < again.figures().get("7d promise"), again::json);
    }

    /// The same without the machines of high numbers from an instant on.
    private Chronicle changedAfter(long instant, int machine) {
        ChronicleWriter writer = new ChronicleWriter(machines.words);
        Event row = new Event();
        for (int i = 0; i < all.size(); i++) {
            all.read(i, row);
            int number =
                    Integer.parseInt(machines.words.subjects().id(row.subject()).substring(1));
            if (row.known() < instant || number < machine) {
                writer.add(row);
            }
        }
        return writer.finish();
    }

    private static long day(int number) {
        return Machines.noon(number) - 12 * Raw.HOUR;
    }

    private static List<String> told(Trial trial) {
        List<String> told = new ArrayList<>();
        for (int row = 0; row < trial.rows(); row++) {
            told.add("%d %s %s %s %s"
                    .formatted(
                            trial.asked(row),
                            trial.truth(row),
                            trial.probability(row),
                            trial.said(1, row),
                            trial.said(2, row)));
        }
        return told;
    }
}
