package org.prevenance.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.prevenance.backtest.BacktestResult;
import org.prevenance.signal.Language;

/// The files that a backtest leaves behind.
///
/// | file | what | format |
/// |---|---|---|
/// | `backtest.html` | for people | [BacktestHtml] |
/// | `backtest.json` | for programs | [BacktestJson] |
/// | `quarantine.ndjson` | what was not admitted | [QuarantineLines] |
public final class BacktestFolder {
    private BacktestFolder() {}

    /// Writes all files into `folder`, which is made where it is missing; files of an earlier backtest are replaced,
    /// others are left alone.
    ///
    /// @param language the one in which the page opens
    /// @throws IOException where a file cannot be written; its message names the file
    public static void write(BacktestResult result, Language language, Path folder) throws IOException {
        Files.createDirectories(folder);
        ReportFolder.file(folder.resolve("backtest.html"), out -> BacktestHtml.write(result, language, out));
        ReportFolder.file(folder.resolve("backtest.json"), out -> BacktestJson.write(result, out));
        ReportFolder.file(folder.resolve("quarantine.ndjson"), out -> QuarantineLines.write(result.quarantine(), out));
    }
}
