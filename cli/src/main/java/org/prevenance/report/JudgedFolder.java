package org.prevenance.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.prevenance.forecast.judge.Judged;
import org.prevenance.signal.Language;

/// The files that judging forecasts leaves behind.
///
/// | file | what | format |
/// |---|---|---|
/// | `forecast.html` | for people | [JudgedHtml] |
/// | `forecast.json` | for programs | [JudgedJson] |
public final class JudgedFolder {
    private JudgedFolder() {}

    /// Writes both files into `folder`, which is made where it is missing; those of an earlier run are replaced, others
    /// are left alone.
    ///
    /// @param language the one in which the page opens
    /// @throws IOException where a file cannot be written; its message names the file
    public static void write(List<Judged> all, Language language, Path folder) throws IOException {
        Files.createDirectories(folder);
        ReportFolder.file(folder.resolve("forecast.html"), out -> JudgedHtml.write(all, language, out));
        ReportFolder.file(folder.resolve("forecast.json"), out -> JudgedJson.write(all, out));
    }
}
