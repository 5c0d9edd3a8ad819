package org.prevenance.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import org.prevenance.check.CheckResult;
import org.prevenance.signal.Language;

/// The result for people: one HTML file that needs nothing else, neither network nor server; see [SelfContained].
///
/// Its sources are `report.html` in the frame of all pages, `report.css` and a few small scripts beside this class,
/// joined into one.
public final class HtmlReport {
    private static final SelfContained PAGE = new SelfContained(
            "report.html",
            "cases",
            List.of("report.css"),
            List.of("words.js", "data.js", "figures.js", "facts.js", "chart.js", "cases.js", "report.js"));

    private HtmlReport() {}

    /// Writes the page and flushes; does not close `out`.
    ///
    /// @param language the one in which the page opens; the reader can switch
    /// @param zone     where days begin and end
    public static void write(CheckResult result, Language language, ZoneId zone, OutputStream out) throws IOException {
        PAGE.write(language, data -> PageData.write(result, language, zone, data), out);
    }
}
