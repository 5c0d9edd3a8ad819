package org.prevenance.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.check.CheckResult;
import org.prevenance.signal.Case;
import org.prevenance.signal.Harm;
import org.prevenance.signal.Language;

/// The cases for a spreadsheet: one row a case, lines that end in CR LF (RFC 4180).
///
/// The separator is `;` in French and `,` in English, and the decimal sign `,` or `.`, as spreadsheet programs of
/// that language expect. The file begins with a byte order mark, because Excel reads UTF-8 rightly only then; who
/// reads it with a program takes `cases.json`. Times are `2025-03-12 09:30` in the zone given. A text that a
/// spreadsheet would run as a formula gets an apostrophe before it.
public final class CasesCsv {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final List<String> FRENCH_HEAD = List.of(
            "sujet",
            "trouble",
            "signal",
            "ouvert le",
            "refermé le",
            "état",
            "en jeu",
            "monnaie",
            "pourquoi",
            "nombre de preuves",
            "preuves");
    private static final List<String> ENGLISH_HEAD = List.of(
            "subject",
            "trouble",
            "signal",
            "opened",
            "closed",
            "state",
            "at stake",
            "currency",
            "because",
            "evidence count",
            "evidence");

    private final Language language;
    private final ZoneId zone;
    private final Writer out;
    private final Map<String, String> titles = new HashMap<>();

    private CasesCsv(CheckResult result, Language language, ZoneId zone, Writer out) {
        this.language = language;
        this.zone = zone;
        this.out = out;
        result.signals().forEach(about -> titles.put(about.name(), language.pick(about.titleFr(), about.titleEn())));
    }

    /// Writes all cases in the order of the result and flushes; does not close `out`.
    public static void write(CheckResult result, Language language, ZoneId zone, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\ufeff');
        var csv = new CasesCsv(result, language, zone, writer);
        csv.row(language == Language.FRENCH ? FRENCH_HEAD : ENGLISH_HEAD);
        for (Case found : result.cases()) {
            csv.row(csv.cells(found));
        }
        writer.flush();
    }

    private List<String> cells(Case found) {
        Harm harm = found.harm();
        boolean open = Tally.isOpen(found);
        return List.of(
                text(found.subject()),
                text(titles.getOrDefault(found.signal(), found.signal())),
                text(found.signal()),
                time(found.openedAt()),
                time(found.closedAt()),
                open ? language.pick("ouvert", "open") : language.pick("refermé", "closed"),
                harm == null ? "" : quoted(number(harm)),
                harm == null ? "" : text(harm.currency()),
                text(language.pick(found.because().fr(), found.because().en())),
                Integer.toString(found.evidenceCount()),
                text(String.join(" ", found.evidence())));
    }

    private void row(List<String> cells) throws IOException {
        out.write(String.join(language.pick(";", ","), cells));
        out.write("\r\n");
    }

    private String number(Harm harm) {
        String exact = JsonReport.exact(harm.amount());
        return language == Language.FRENCH ? exact.replace('.', ',') : exact;
    }

    private String time(@Nullable Instant instant) {
        return instant == null ? "" : MINUTE.format(instant.atZone(zone));
    }

    /// A text from outside: harmless in a spreadsheet, then quoted.
    private static String text(String cell) {
        return quoted(startsAFormula(cell) ? "'" + cell : cell);
    }

    private static boolean startsAFormula(String cell) {
        String seen = cell.stripLeading();
        boolean startsBlank = !cell.isEmpty() && "\t\r\n".indexOf(cell.charAt(0)) >= 0;
        return startsBlank || (!seen.isEmpty() && "=+-@＝＋－＠|%".indexOf(seen.charAt(0)) >= 0);
    }

    private static String quoted(String cell) {
        boolean bare =
                cell.chars().noneMatch(c -> c == '"' || c == ';' || c == ',' || c == '\n' || c == '\r' || c == '\t');
        return bare ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
