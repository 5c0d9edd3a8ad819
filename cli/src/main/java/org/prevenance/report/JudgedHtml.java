package org.prevenance.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.prevenance.forecast.judge.Judged;
import org.prevenance.signal.Language;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;

/// The judgement of forecasts for people: one HTML file that needs nothing else; see [SelfContained]. Its data is what
/// [JudgedJson] tells, with the `language` in which the page opens.
public final class JudgedHtml {
    private static final SelfContained PAGE = new SelfContained(
            "forecast.html",
            "main",
            List.of("report.css", "backtest.css", "forecast.css"),
            List.of(
                    "forecast-words.js",
                    "forecast-data.js",
                    "figures.js",
                    "parts.js",
                    "canvas.js",
                    "forecast-charts.js",
                    "forecast.js"));

    private JudgedHtml() {}

    /// Writes the page and flushes; does not close `out`.
    public static void write(List<Judged> all, Language language, OutputStream out) throws IOException {
        PAGE.write(language, data -> data(all, language, data), out);
    }

    private static void data(List<Judged> all, Language language, OutputStream out) throws IOException {
        try (JsonGenerator json = PageData.JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("language", language.code());
            JudgedJson.content(all, json);
            json.writeEndObject();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }
}
