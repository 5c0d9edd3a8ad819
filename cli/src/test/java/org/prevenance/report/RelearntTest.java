package org.prevenance.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prevenance.forecast.judge.Judged;
import org.prevenance.forecast.judge.Label;
import org.prevenance.forecast.judge.Trial;
import org.prevenance.signal.Language;

/// What is told of a forecast that learnt again while it was judged.
class RelearntTest {
    private static final Label ARRIVAL = new Label("arrival", "Retard à l’arrivée", "Delay on arrival");

    @Test
    void peopleAndProgramsAreToldHowOftenItLearnt() throws IOException {
        Trial trial = SampleJudged.arrivals();
        trial.relearnt(30);
        List<Judged> judged = List.of(Judged.of(ARRIVAL, trial));

        String french = JudgedText.of(judged, Language.FRENCH, null);
        assertTrue(
                french.contains("Elle a appris à 30 jours d’intervalle, chaque fois de ce qui était su alors."),
                french);
        String english = JudgedText.of(judged, Language.ENGLISH, null);
        assertTrue(english.contains("It learnt at intervals of 30 days, each time from what was known then."), english);
        assertTrue(json(judged).contains("\"relearnt\":30,"));
    }

    @Test
    void ofOneThatLearntOnceNothingIsSaid() throws IOException {
        List<Judged> judged = List.of(Judged.of(ARRIVAL, SampleJudged.arrivals()));

        assertFalse(JudgedText.of(judged, Language.ENGLISH, null).contains("intervals of"));
        assertTrue(json(judged).contains("\"relearnt\":0,"));
    }

    private static String json(List<Judged> judged) throws IOException {
        var out = new ByteArrayOutputStream();
        JudgedJson.write(judged, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
