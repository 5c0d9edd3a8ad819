package org.prevenance.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prevenance.backtest.BacktestResult;
import org.prevenance.backtest.Comparison;
import org.prevenance.backtest.Outcome;
import org.prevenance.backtest.Side;
import org.prevenance.measure.Estimate;
import org.prevenance.measure.Figures;
import org.prevenance.measure.JudgedCase;
import org.prevenance.measure.Measure;
import org.prevenance.measure.Period;
import org.prevenance.measure.Sum;
import org.prevenance.signal.Language;
import org.prevenance.signal.Words;

/// What a person reads of a backtest in the terminal. Plain text, at most 100 characters wide.
public final class BacktestText {
    private static final int MOST_CASES = 10;
    /// Digits after the point: one, where there is one.
    private static final int DAYS = -1;

    private final BacktestResult result;
    private final Words wording;
    private final @Nullable String folder;
    private final Page page = new Page();

    private BacktestText(BacktestResult result, Words wording, @Nullable String folder) {
        this.result = result;
        this.wording = wording;
        this.folder = folder;
    }

    /// The whole text.
    ///
    /// @param folder where the files of [BacktestFolder] are, to be named at the end; null when none were written
    public static String of(BacktestResult result, Language language, @Nullable String folder) {
        Period period = result.period();
        ZoneId zone = period == null ? ZoneId.of("Europe/Paris") : period.zone();
        return new BacktestText(result, new Words(language, zone), folder).text();
    }

    private String text() {
        page.blank();
        Period period = result.period();
        if (period == null) {
            page.paragraph(pick(
                    "Aucun événement n'a pu être pris en compte : rien n'a été jugé.",
                    "No event could be taken into account: nothing was judged."));
            return page.toString();
        }
        headline(period);
        found();
        earliness();
        harm();
        leak();
        variations();
        comparison();
        end();
        return page.toString();
    }

    private String pick(String fr, String en) {
        return wording.pick(fr, en);
    }

    private void headline(Period period) {
        Figures all = result.main().live().together();
        page.paragraph(pick("Du ", "From ") + wording.date(period.from()) + pick(" au ", " to ")
                + wording.date(period.until().minusNanos(1))
                + pick(", jugé comme en direct : ", ", judged as if live: ")
                + wording.count(all.cases(), "dossier", "dossiers", "case", "cases") + ".");
        Estimate median = all.get(Measure.LEAD_50);
        if (all.complaints() == 0) {
            page.paragraph(pick(
                    "Aucune réclamation à devancer dans ces données : ni avance, ni part devancée.",
                    "No complaint to be ahead of in these data: no lead time, no share foreseen."));
        } else {
            page.paragraph(wording.count(all.complaints(), "réclamation", "réclamations", "complaint", "complaints")
                    + pick(", dont ", ", ") + wording.whole(all.foreseen())
                    + pick(" devancées par un dossier (", " of them preceded by a case (")
                    + share(all.get(Measure.RECALL)) + ")"
                    + (median == null ? "" : pick(" ; avance médiane : ", "; median lead time: ") + days(median))
                    + ".");
        }
        page.paragraph(pick(
                        "Entre parenthèses : l'intervalle à 95 %. Sans suite ne veut pas dire faux : beaucoup ne"
                                + " réclament jamais. Avance en jours ; appels par jour ouvré.",
                        "In brackets: the 95% interval. Not confirmed is not wrong: many never complain. Lead time in"
                                + " days; calls per working day."))
                .blank();
    }

    private void found() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                pick("Ce qui est trouvé", "What is found"),
                pick("Dossiers", "Cases"),
                pick("Jugés", "Judged"),
                pick("Confirmés", "Confirmed"),
                pick("Tard", "Late"),
                pick("Faux", "False"),
                pick("Sans suite", "Unconfirmed"),
                pick("Précision", "Precision")));
        each((title, figures) -> rows.add(List.of(
                title,
                wording.whole(figures.cases()),
                wording.whole(figures.judged()),
                wording.whole(figures.confirmed()),
                wording.whole(figures.tooLate()),
                wording.whole(figures.falseAlarms()),
                wording.whole(figures.unconfirmed()),
                share(figures.get(Measure.PRECISION)))));
        page.table(rows);
        int tooYoung = result.main().live().together().tooYoung();
        if (tooYoung > 0) {
            page.paragraph(wording.count(
                            tooYoung,
                            "dossier n'est pas jugé",
                            "dossiers ne sont pas jugés",
                            "case is not judged",
                            "cases are not judged")
                    + pick(
                            " : ouvert trop peu avant la fin, ou sans rien qui puisse le confirmer.",
                            ": opened too shortly before the end, or nothing could confirm it."));
        }
        page.blank();
    }

    private void earliness() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                pick("À temps, à quel prix", "In time, at what cost"),
                pick("Réclamations", "Complaints"),
                pick("Devancées", "Foreseen"),
                pick("Avance 10 %", "Lead 10%"),
                pick("médiane", "median"),
                pick("90 %", "90%"),
                pick("Appels/jour", "Calls/day")));
        each((title, figures) -> rows.add(List.of(
                title,
                wording.whole(figures.complaints()),
                share(figures.get(Measure.RECALL)),
                bare(figures.get(Measure.LEAD_10), DAYS),
                range(figures.get(Measure.LEAD_50), DAYS),
                bare(figures.get(Measure.LEAD_90), DAYS),
                bare(figures.get(Measure.CALLS), 2))));
        page.table(rows).blank();
    }

    private void harm() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                pick("Pour le client", "For the customer"),
                pick("En jeu", "At stake"),
                pick("Évité par un appel à temps", "Avoided by a call in time")));
        each((title, figures) -> {
            if (!figures.found().isEmpty()) {
                rows.add(List.of(title, sums(figures.found()), sums(figures.prevented())));
            }
        });
        if (rows.size() > 1) {
            page.table(rows).blank();
        }
    }

    private void leak() {
        Side hindsight = result.main().hindsight();
        if (hindsight == null) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                pick("Si le futur avait été visible", "Had the future been visible"),
                pick("Dossiers", "Cases"),
                pick("au lieu de", "instead of"),
                pick("Devancées", "Foreseen"),
                pick("au lieu de", "instead of"),
                pick("Médiane", "Median"),
                pick("au lieu de", "instead of")));
        List<Outcome.SignalAbout> signals = result.main().signals();
        for (int i = 0; i < signals.size(); i++) {
            leak(
                    rows,
                    title(signals.get(i)),
                    hindsight.signals().get(i),
                    result.main().live().signals().get(i));
        }
        if (signals.size() > 1) {
            leak(
                    rows,
                    pick("Ensemble", "Together"),
                    hindsight.together(),
                    result.main().live().together());
        }
        page.table(rows);
        boolean same = rows.stream()
                .skip(1)
                .allMatch(row -> row.get(1).equals(row.get(2))
                        && row.get(3).equals(row.get(4))
                        && row.get(5).equals(row.get(6)));
        page.paragraph(
                        same
                                ? pick(
                                        "Les mêmes : ici rien n'est arrivé tard.",
                                        "The same figures: nothing that mattered came late here.")
                                : pick(
                                        "Ces chiffres-là trompent : en direct, personne ne les aurait eus.",
                                        "Those figures mislead: live, nobody would have had them."))
                .blank();
    }

    private void leak(List<List<String>> rows, String title, Figures seen, Figures live) {
        rows.add(List.of(
                title,
                wording.whole(seen.cases()),
                wording.whole(live.cases()),
                percent(seen.get(Measure.RECALL)),
                percent(live.get(Measure.RECALL)),
                bare(seen.get(Measure.LEAD_50), DAYS),
                bare(live.get(Measure.LEAD_50), DAYS)));
    }

    private void variations() {
        BacktestResult.Varied varied = result.varied();
        if (varied == null) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                varied.path(),
                pick("Dossiers", "Cases"),
                pick("Devancées", "Foreseen"),
                pick("Médiane", "Median"),
                pick("Précision", "Precision"),
                pick("Appels/jour", "Calls/day"),
                pick("dont sans suite", "unconfirmed")));
        for (Outcome outcome : result.variations()) {
            Figures all = outcome.live().together();
            boolean present = outcome.name().equals(varied.present());
            rows.add(List.of(
                    outcome.name() + (present ? pick(" (actuel)", " (present)") : ""),
                    wording.whole(all.cases()),
                    share(all.get(Measure.RECALL)),
                    range(all.get(Measure.LEAD_50), DAYS),
                    share(all.get(Measure.PRECISION)),
                    bare(all.get(Measure.CALLS), 2),
                    bare(all.get(Measure.IDLE_CALLS), 2)));
        }
        page.table(rows).blank();
    }

    private void comparison() {
        Comparison comparison = result.comparison();
        if (comparison == null) {
            return;
        }
        page.paragraph(pick("Par rapport à ", "Against ") + comparison.old().name() + pick(" : ", ": ")
                + wording.count(
                        comparison.gained().size(), "dossier gagné", "dossiers gagnés", "case gained", "cases gained")
                + ", "
                + wording.count(comparison.lost().size(), "perdu", "perdus", "lost", "lost") + ", "
                + wording.count(comparison.kept().size(), "gardé", "gardés", "kept", "kept") + ".");
        Figures before = comparison.old().live().together();
        Figures after = result.main().live().together();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", pick("Ancien", "Old"), pick("Nouveau", "New"), pick("Écart", "Difference")));
        row(rows, pick("Réclamations devancées", "Complaints foreseen"), Measure.RECALL, before, after, this::percent);
        row(rows, pick("Précision", "Precision"), Measure.PRECISION, before, after, this::percent);
        row(
                rows,
                pick("Avance médiane, jours", "Median lead, days"),
                Measure.LEAD_50,
                before,
                after,
                one -> bare(one, DAYS));
        row(
                rows,
                pick("Appels par jour ouvré", "Calls per working day"),
                Measure.CALLS,
                before,
                after,
                one -> bare(one, 2));
        page.table(rows).blank();
        list(pick("Gagnés", "Gained"), comparison.gained());
        list(pick("Perdus", "Lost"), comparison.lost());
    }

    private void row(
            List<List<String>> rows,
            String name,
            Measure measure,
            Figures before,
            Figures after,
            Function<@Nullable Estimate, String> said) {
        Estimate old = before.get(measure);
        Estimate current = after.get(measure);
        String difference = "–";
        if (old != null && current != null) {
            Estimate more = current.minus(old);
            boolean share = measure == Measure.RECALL || measure == Measure.PRECISION;
            double scale = share ? 100 : 1;
            int digits = measure == Measure.CALLS ? 2 : share ? 0 : DAYS;
            difference = signed(more.value() * scale, digits) + " (" + signed(more.low() * scale, digits) + " … "
                    + signed(more.high() * scale, digits) + ")";
        }
        rows.add(List.of(name, said.apply(old), said.apply(current), difference));
    }

    private void list(String head, List<JudgedCase> cases) {
        if (cases.isEmpty()) {
            return;
        }
        page.paragraph(head + pick(" :", ":"));
        for (JudgedCase one : cases.subList(0, Math.min(MOST_CASES, cases.size()))) {
            page.paragraph("  ", "    ", one.subject() + " · " + one.signal() + " · " + wording.date(one.opened()));
        }
        if (cases.size() > MOST_CASES) {
            page.paragraph(
                    "  ", "    ", "… " + wording.whole((long) cases.size() - MOST_CASES) + pick(" de plus", " more"));
        }
        page.blank();
    }

    private void end() {
        page.paragraph(wording.count(
                        result.counts().read(), "événement lu", "événements lus", "event read", "events read")
                + ", "
                + wording.count(result.counts().quarantined(), "mis de côté", "mis de côté", "set aside", "set aside")
                + ".");
        ForecastLines.write(result.forecasts(), wording.language(), page);
        if (folder != null) {
            page.paragraph(pick("Tout est dans ", "Everything is in ") + folder + pick(" :", ":")
                    + " backtest.html, backtest.json.");
        }
    }

    private interface Row {
        void add(String title, Figures figures);
    }

    /// Each signal, and all together where there are several.
    private void each(Row row) {
        List<Outcome.SignalAbout> signals = result.main().signals();
        for (int i = 0; i < signals.size(); i++) {
            row.add(title(signals.get(i)), result.main().live().signals().get(i));
        }
        if (signals.size() > 1) {
            row.add(pick("Ensemble", "Together"), result.main().live().together());
        }
    }

    private String title(Outcome.SignalAbout about) {
        return pick(about.titleFr(), about.titleEn());
    }

    private String percent(@Nullable Estimate share) {
        return share == null ? "–" : Math.round(share.value() * 100) + pick("\u00a0%", "%");
    }

    /// `62 % (40–81)`.
    private String share(@Nullable Estimate share) {
        return share == null
                ? "–"
                : percent(share) + " (" + Math.round(share.low() * 100) + "–" + Math.round(share.high() * 100) + ")";
    }

    private String days(Estimate days) {
        boolean one = days.value() == 1 || wording.language() == Language.FRENCH && days.value() < 2;
        return number(days.value(), DAYS) + " "
                + (one ? pick("jour", "day") : pick("jours", "days"))
                + " (" + number(days.low(), DAYS) + "–" + number(days.high(), DAYS) + ")";
    }

    private String bare(@Nullable Estimate estimate, int digits) {
        return estimate == null ? "–" : number(estimate.value(), digits);
    }

    private String range(@Nullable Estimate estimate, int digits) {
        return estimate == null
                ? "–"
                : number(estimate.value(), digits) + " (" + number(estimate.low(), digits) + "–"
                        + number(estimate.high(), digits) + ")";
    }

    private String number(double value, int digits) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(Math.abs(digits), RoundingMode.HALF_UP);
        BigDecimal shown = digits == DAYS && rounded.stripTrailingZeros().scale() <= 0 ? rounded.setScale(0) : rounded;
        String text = shown.toPlainString();
        return pick(text.replace('.', ','), text);
    }

    private String signed(double value, int digits) {
        String text = number(Math.abs(value), digits);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return (zero ? "" : value < 0 ? "−" : "+") + text;
    }

    private String sums(List<Sum> sums) {
        return sums.isEmpty()
                ? "–"
                : sums.stream()
                        .map(sum -> wording.amount(sum.amount(), sum.currency()))
                        .collect(Collectors.joining(" + "));
    }
}
