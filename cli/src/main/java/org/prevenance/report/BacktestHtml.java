package org.prevenance.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.prevenance.backtest.BacktestResult;
import org.prevenance.signal.Language;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;

/// A backtest for people: one HTML file that needs nothing else; see [SelfContained]. Its data is what [BacktestJson]
/// tells, with the `language` in which the page opens.
public final class BacktestHtml {
    private static final SelfContained PAGE = new SelfContained(
            "backtest.html",
            "main",
            List.of("report.css", "backtest.css"),
            List.of(
                    "backtest-words.js",
                    "backtest-data.js",
                    "figures.js",
                    "parts.js",
                    "canvas.js",
                    "backtest-charts.js",
                    "backtest.js"));

    private BacktestHtml() {}

    /// Writes the page and flushes; does not close `out`.
    public static void write(BacktestResult result, Language language, OutputStream out) throws IOException {
        PAGE.write(language, data -> data(result, language, data), out);
    }

    private static void data(BacktestResult result, Language language, OutputStream out) throws IOException {
        try (JsonGenerator json = PageData.JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("language", language.code());
            BacktestJson.content(result, json);
            json.writeEndObject();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }
}
