package org.prevenance.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.prevenance.check.CheckResult;
import org.prevenance.signal.Language;

/// The files that a check leaves behind.
///
/// | file | what | format |
/// |---|---|---|
/// | `report.html` | for people | [HtmlReport] |
/// | `cases.json` | for programs | [JsonReport] |
/// | `cases.csv` | for spreadsheets | [CasesCsv] |
/// | `quarantine.ndjson` | what was not admitted | [QuarantineLines] |
/// | `commands.ndjson` | what devices were told; only where they were | [CommandLines] |
public final class ReportFolder {
    private ReportFolder() {}

    /// Writes all files into `folder`, which is made where it is missing; files of an earlier check are replaced,
    /// others are left alone.
    ///
    /// @param language of the CSV file, and the one in which the page opens
    /// @param zone     where days begin and end
    /// @throws IOException where a file cannot be written; its message names the file
    public static void write(CheckResult result, Language language, ZoneId zone, Path folder) throws IOException {
        Files.createDirectories(folder);
        file(folder.resolve("report.html"), out -> HtmlReport.write(result, language, zone, out));
        file(folder.resolve("cases.json"), out -> JsonReport.write(result, out));
        file(folder.resolve("cases.csv"), out -> CasesCsv.write(result, language, zone, out));
        file(folder.resolve("quarantine.ndjson"), out -> QuarantineLines.write(result.quarantine(), out));
        if (result.commands().isEmpty()) {
            Files.deleteIfExists(folder.resolve("commands.ndjson"));
        } else {
            file(folder.resolve("commands.ndjson"), out -> CommandLines.write(result.commands(), out));
        }
    }

    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static void file(Path path, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
            content.writeTo(out);
        } catch (IOException e) {
            throw new IOException(
                    "The report (%s) could not be written: %s.\nMaybe the folder is read-only or the disk is full."
                            .formatted(path, e),
                    e);
        }
    }
}
