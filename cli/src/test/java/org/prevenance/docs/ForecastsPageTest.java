package org.prevenance.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.prevenance.forecasting.StudiesReader;
import org.prevenance.forecasting.Study;
import org.prevenance.text.NamedText;

/// docs/forecasts.md holds the figures of each study that is declared, and of no other.
class ForecastsPageTest {
    private static final Pattern FIGURES =
            Pattern.compile("<!-- figures: (\\S+).*-->\n(.*\n)*?<!-- end of figures -->");

    @Test
    void each_study_has_its_figures_on_the_page() throws IOException {
        List<Study> studies = StudiesReader.read(new NamedText(
                        "forecasts/studies.yaml", Files.readString(Block.root().resolve("forecasts/studies.yaml"))))
                .orThrow();
        TreeSet<String> declared =
                new TreeSet<>(studies.stream().map(Study::name).toList());
        TreeSet<String> written = new TreeSet<>();
        Matcher figures = FIGURES.matcher(Files.readString(Block.root().resolve("docs/forecasts.md")));
        while (figures.find()) {
            written.add(figures.group(1));
            assertTrue(figures.group().contains("\n| --- |"), () -> "no table: " + figures.group());
        }

        assertFalse(declared.isEmpty());
        assertEquals(declared, written);
    }
}
