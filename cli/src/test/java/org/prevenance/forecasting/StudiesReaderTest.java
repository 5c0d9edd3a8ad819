package org.prevenance.forecasting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prevenance.forecast.target.RollingOrigin;
import org.prevenance.text.Checked;
import org.prevenance.text.NamedText;

/// Studies as a person writes them.
class StudiesReaderTest {
    @Test
    void a_study_says_which_forecast_is_judged_on_which_folder() {
        List<Study> studies = read("""
                studies:
                  flights:
                    title: {fr: "Vols", en: "Flights"}
                    folder: flights
                    forecast: arrival
                    from: 2013-10-01T04:00:00Z
                    zone: America/New_York
                  queues: {folder: queues, forecast: wait, retrain: 30d}
                """).orThrow();

        assertEquals(
                List.of(
                        new Study(
                                "flights",
                                "Vols",
                                "Flights",
                                "flights",
                                "arrival",
                                Instant.parse("2013-10-01T04:00:00Z"),
                                null,
                                null,
                                ZoneId.of("America/New_York")),
                        new Study(
                                "queues",
                                "queues",
                                "queues",
                                "queues",
                                "wait",
                                null,
                                null,
                                new RollingOrigin(30),
                                ZoneId.of("Europe/Paris"))),
                studies);
    }

    @Test
    void all_mistakes_are_told_at_once_with_their_places() {
        Checked.Wrong<List<Study>> wrong = (Checked.Wrong<List<Study>>) read("""
                studies:
                  flights:
                    forecast: arrival
                    from: October
                    zone: America/NewYork
                    retrain: monthly
                    folders: flights
                """);

        String told = wrong.render();
        assertTrue(told.contains("studies.yaml:3:5: folder is missing."), told);
        assertTrue(told.contains("studies.yaml:4:11: from must be an instant, not October."), told);
        assertTrue(told.contains("studies.yaml:5:11: The zone America/NewYork is not known."), told);
        assertTrue(told.contains("studies.yaml:6:14: retrain must be a number of days, not monthly."), told);
        assertTrue(told.contains("studies.yaml:7:5: folders is not a key that is known here."), told);
    }

    private static Checked<List<Study>> read(String text) {
        return StudiesReader.read(new NamedText("studies.yaml", text));
    }
}
