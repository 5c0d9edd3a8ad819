package org.prevenance.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prevenance.check.CheckResult;
import org.prevenance.files.Counts;
import org.prevenance.files.Quarantined;
import org.prevenance.report.Tally.SignalRow;
import org.prevenance.report.Tally.Stake;
import org.prevenance.signal.Case;
import org.prevenance.signal.Harm;
import org.prevenance.signal.Language;
import org.prevenance.signal.Words;

/// What a person reads in the terminal: what is at stake, the cases by trouble, the ten to look at first, what was read
/// and what was set aside. Plain text without colour, at most 100 characters wide, lines ended by a newline.
public final class TextReport {
    private static final int MOST_CASES = 10;
    private static final int MOST_REASONS = 3;

    private final CheckResult result;
    private final Words wording;
    private final @Nullable String folder;
    private final Tally tally;
    private final Page page = new Page();

    private TextReport(CheckResult result, Words wording, @Nullable String folder) {
        this.result = result;
        this.wording = wording;
        this.folder = folder;
        this.tally = Tally.of(result);
    }

    /// The whole text.
    ///
    /// @param zone   where days begin and end
    /// @param folder where the files of [ReportFolder] are, to be named at the end; null when none were written
    public static String of(CheckResult result, Language language, ZoneId zone, @Nullable String folder) {
        return new TextReport(result, new Words(language, zone), folder).text();
    }

    private String text() {
        page.blank();
        if (result.cases().isEmpty()) {
            nothingFound();
        } else {
            headline();
            period();
            bySignal();
            worst();
        }
        counts();
        ForecastLines.write(result.forecasts(), wording.language(), page);
        whereTheRestIs();
        return page.toString();
    }

    private void nothingFound() {
        if (result.counts().admitted() == 0) {
            page.paragraph(wording.pick(
                    "Aucun événement n'a pu être pris en compte : rien n'a été jugé.",
                    "No event could be taken into account: nothing was judged."));
            return;
        }
        page.paragraph(wording.pick("Aucun trouble trouvé.", "No trouble found."));
        period();
        notFound();
    }

    private void headline() {
        long open = result.cases().stream().filter(Tally::isOpen).count();
        page.paragraph(wording.count(result.cases().size(), "dossier", "dossiers", "case", "cases")
                + wording.pick(", dont ", ", ")
                + wording.count(open, "ouvert", "ouverts", "open", "open") + ".");
        List<Stake> stakes = tally.stakes();
        if (!stakes.isEmpty()) {
            page.paragraph(wording.pick("En jeu : ", "At stake: ")
                    + stakes.stream().map(this::stake).collect(Collectors.joining(wording.pick(" ; ", "; "))) + ".");
        }
        if (tally.sharesProof()) {
            page.paragraph(wording.pick(
                    "Une même facture peut prouver deux dossiers ; elle compte alors deux fois dans ce total.",
                    "One bill may prove two cases; it then counts twice in this total."));
        }
    }

    private String stake(Stake stake) {
        return wording.amount(stake.all(), stake.currency())
                + wording.pick(", dont ", ", of which ")
                + wording.amount(stake.open(), stake.currency())
                + wording.pick(" dans les dossiers ouverts", " in open cases");
    }

    private void period() {
        Instant from = result.from();
        Instant until = result.until();
        if (from != null && until != null) {
            page.paragraph(wording.pick("Période jugée : du ", "Period judged: ") + wording.date(from)
                    + wording.pick(" au ", " to ") + wording.date(until) + ".");
        }
        page.blank();
    }

    private void bySignal() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                wording.pick("Trouble", "Trouble"),
                wording.pick("Dossiers", "Cases"),
                wording.pick("Ouverts", "Open"),
                wording.pick("En jeu", "At stake"),
                wording.pick("Le plus ancien", "Oldest")));
        tally.bySignal().stream().filter(row -> row.cases() > 0).forEach(row -> addRows(rows, row));
        page.table(rows).blank();
        notFound();
    }

    /// One row, and one more for each further currency.
    private void addRows(List<List<String>> rows, SignalRow row) {
        List<Stake> stakes = row.stakes();
        rows.add(List.of(
                title(row),
                wording.whole(row.cases()),
                wording.whole(row.open()),
                stakes.isEmpty() ? "–" : amount(stakes.getFirst()),
                row.oldest() == null ? "–" : wording.date(row.oldest())));
        stakes.stream().skip(1).forEach(stake -> rows.add(List.of("", "", "", amount(stake), "")));
    }

    private String amount(Stake stake) {
        return wording.amount(stake.all(), stake.currency());
    }

    private String title(SignalRow row) {
        return wording.pick(row.about().titleFr(), row.about().titleEn());
    }

    private void notFound() {
        String titles = tally.bySignal().stream()
                .filter(row -> row.cases() == 0)
                .map(this::title)
                .collect(Collectors.joining(wording.pick(" ; ", "; ")));
        if (!titles.isEmpty()) {
            page.paragraph(wording.pick("Cherché sans rien trouver : ", "Looked for, none found: ") + titles + ".")
                    .blank();
        }
    }

    private void worst() {
        List<Case> worst = Tally.worst(result, MOST_CASES);
        page.paragraph(
                worst.size() < result.cases().size()
                        ? wording.pick(
                                "Les %s dossiers à voir d'abord".formatted(worst.size()),
                                "The %s cases to look at first".formatted(worst.size()))
                        : wording.pick("Les dossiers", "The cases"));
        page.blank();
        Map<String, String> titles = new HashMap<>();
        tally.bySignal().forEach(row -> titles.put(row.about().name(), title(row)));
        for (int at = 0; at < worst.size(); at++) {
            oneCase(at + 1, worst.get(at), titles);
        }
    }

    private void oneCase(int number, Case found, Map<String, String> titles) {
        Harm harm = found.harm();
        String closed = found.closedAt() == null
                ? ""
                : wording.pick(", refermé le ", ", closed on ") + wording.date(found.closedAt());
        page.paragraph(
                "%4d. ".formatted(number),
                "      ",
                (harm == null ? "" : wording.harm(harm) + " · ")
                        + found.subject() + " · " + titles.get(found.signal())
                        + wording.pick(" · depuis le ", " · since ") + wording.date(found.openedAt()) + closed);
        page.paragraph(
                "      ",
                "      ",
                wording.pick(found.because().fr(), found.because().en()));
        page.blank();
    }

    private void counts() {
        Counts counts = result.counts();
        page.paragraph(wording.count(counts.read(), "événement lu", "événements lus", "event read", "events read")
                + (counts.duplicates() == 0
                        ? ""
                        : ", " + wording.count(counts.duplicates(), "doublon", "doublons", "duplicate", "duplicates"))
                + ", " + wording.count(counts.quarantined(), "mis de côté", "mis de côté", "set aside", "set aside")
                + ".");
        if (counts.droppedFields() > 0) {
            page.paragraph(wording.count(
                    counts.droppedFields(),
                    "champ inconnu n'a pas été gardé.",
                    "champs inconnus n'ont pas été gardés.",
                    "unknown field was not kept.",
                    "unknown fields were not kept."));
        }
        if (counts.quarantined() > 0) {
            reasons();
        }
    }

    private void reasons() {
        if (tally.reasons().isEmpty()) {
            return;
        }
        Counts counts = result.counts();
        page.blank();
        page.paragraph(
                isMany(counts)
                        ? wording.pick(
                                "Attention : beaucoup d'événements ont été mis de côté ; des dossiers peuvent manquer."
                                        + " Raisons les plus fréquentes :",
                                "Beware: many events were set aside; cases may be missing. Most frequent reasons:")
                        : wording.pick("Mis de côté parce que :", "Set aside because:"));
        for (Tally.Reason reason : tally.reasons().stream().limit(MOST_REASONS).toList()) {
            Quarantined item = reason.example();
            String field = item.field() == null ? "" : item.field() + ": ";
            page.paragraph(
                    "%8s  ".formatted(wording.whole(reason.count())),
                    "          ",
                    field + Page.cut(item.reason(), 240) + wording.pick(" (par exemple ", " (for example ")
                            + item.file() + ":" + item.line() + ")");
        }
    }

    /// More than one in a hundred.
    private static boolean isMany(Counts counts) {
        return counts.quarantined() * 100 > counts.read();
    }

    private void whereTheRestIs() {
        if (folder == null) {
            return;
        }
        page.blank();
        page.paragraph(wording.pick("Tout est dans ", "Everything is in ") + folder + wording.pick(" :", ":"));
        file(
                "report.html",
                "à ouvrir dans un navigateur : tous les dossiers, avec leurs preuves",
                "open it in a browser: all cases, with their evidence");
        file("cases.csv", "les dossiers, pour un tableur", "the cases, for a spreadsheet");
        file("cases.json", "les dossiers, pour un programme", "the cases, for a program");
        file("quarantine.ndjson", "ce qui a été mis de côté, et pourquoi", "what was set aside, and why");
    }

    private void file(String name, String fr, String en) {
        page.paragraph("  %-19s".formatted(name), " ".repeat(21), wording.pick(fr, en));
    }
}
