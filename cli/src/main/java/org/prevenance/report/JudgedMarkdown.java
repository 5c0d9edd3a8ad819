package org.prevenance.report;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prevenance.forecast.judge.Calibration;
import org.prevenance.forecast.judge.Coverage;
import org.prevenance.forecast.judge.Difference;
import org.prevenance.forecast.judge.Figure;
import org.prevenance.forecast.judge.Judged;
import org.prevenance.forecast.judge.Judgement;
import org.prevenance.forecast.judge.Label;
import org.prevenance.forecast.judge.MethodFigures;
import org.prevenance.forecast.judge.Place;
import org.prevenance.forecast.judge.PlaceDay;
import org.prevenance.forecast.judge.Reason;
import org.prevenance.forecast.judge.Scale;
import org.prevenance.forecast.judge.Sheet;
import org.prevenance.forecast.judge.Verdict;
import org.prevenance.signal.Language;
import org.prevenance.signal.Words;

/// What the judge found about one forecast as tables in Markdown, in English: a column for each horizon, over the whole
/// network.
final class JudgedMarkdown {
    private static final Words WORDING = new Words(Language.ENGLISH, ZoneOffset.UTC);
    /// More parts than these are counted, not named.
    private static final int MOST_NAMED = 6;

    private final Judgement judgement;
    private final List<Place> network;
    private final StringBuilder text = new StringBuilder();

    private JudgedMarkdown(Judgement judgement) {
        this.judgement = judgement;
        Label whole = judgement.parts().getFirst();
        network = judgement.places().stream()
                .filter(place -> place.part().equals(whole))
                .toList();
    }

    /// All figures over all days.
    static String figures(Judged judged) {
        JudgedMarkdown table = new JudgedMarkdown(judged.judgement());
        table.opening(judged.relearnt());
        table.head(table.scale());
        table.methods();
        table.rest();
        return table.text.toString();
    }

    /// Each day from `from` to `until`: the forecast beside its strongest rival.
    static String days(Judged judged, LocalDate from, LocalDate until) {
        JudgedMarkdown table = new JudgedMarkdown(judged.judgement());
        table.days(from, until);
        return table.text.toString();
    }

    private void opening(int relearnt) {
        text.append(
                "%s questions on %s days, %s to %s%s. In brackets: 95 %% intervals; ×: the forecast's %s beside that rival's, on the questions that both answered.\n\n"
                        .formatted(
                                WORDING.whole(judgement.questions()),
                                WORDING.whole(judgement.days()),
                                judgement.from(),
                                judgement.until(),
                                relearnt == 0 ? "" : ", learnt again every %d days".formatted(relearnt),
                                judgement.scale() instanceof Scale.Cost ? "cost" : "error"));
    }

    private String scale() {
        return switch (judgement.scale()) {
            case Scale.Minutes(double _, double near, double _) ->
                "mean error, minutes; share within %s".formatted(WORDING.number(near, 0));
            case Scale.Choice _ -> "wrong, %";
            case Scale.Cost(String currency) -> "mean cost of a question, " + currency;
        };
    }

    private void head(String corner) {
        row(corner, network.stream().map(place -> place.horizon().en()).toList());
        row("---", Collections.nCopies(network.size(), "---"));
    }

    private void row(String head, List<String> cells) {
        text.append("| ")
                .append(head)
                .append(" | ")
                .append(String.join(" | ", cells))
                .append(" |\n");
    }

    private void row(String head, Function<Place, String> cell) {
        List<String> cells = network.stream().map(cell).toList();
        if (!cells.stream().allMatch(String::isEmpty)) {
            row(head, cells);
        }
    }

    private void methods() {
        row("**the forecast**", place -> {
            MethodFigures forecast = place.all().forecast();
            Figure mean = forecast.mean();
            return mean == null ? "" : "**%s** %s%s".formatted(bare(mean.value()), range(mean), near(forecast));
        });
        for (int i = 1; i < judgement.methods().size(); i++) {
            int rival = i;
            row(judgement.methods().get(i).en(), place -> rival(place.all(), rival));
        }
    }

    private String rival(Sheet sheet, int method) {
        MethodFigures figures = sheet.methods().get(method);
        Figure mean = figures.mean();
        Difference difference = sheet.differences().get(method - 1);
        if (mean == null) {
            return "";
        }
        Figure gain = difference.gain();
        String times = gain == null ? "" : "; %s ×".formatted(WORDING.number(1 - gain.value(), 2));
        return "%s %s%s%s".formatted(bare(mean.value()), range(mean), near(figures), times);
    }

    private static String near(MethodFigures figures) {
        Figure near = figures.near();
        return near == null ? "" : "; " + percent(near.value());
    }

    private void rest() {
        row("better than its strongest rival by (−: worse)", place -> {
            Difference strongest = strongest(place.all());
            Figure difference = strongest == null ? null : strongest.difference();
            return difference == null
                    ? ""
                    : "%s [%s, %s]"
                            .formatted(bare(-difference.value()), bare(-difference.high()), bare(-difference.low()));
        });
        row("on the worst tenth of days, beside " + judgement.methods().get(1).en(), place -> {
            Sheet worst = place.worst();
            Figure ours = worst == null ? null : worst.forecast().mean();
            Figure theirs = worst == null ? null : worst.methods().get(1).mean();
            return ours == null || theirs == null ? "" : bare(ours.value()) + " and " + bare(theirs.value());
        });
        row("intervals of %s hold".formatted(percent(judgement.level(), 0)), place -> {
            Coverage coverage = place.all().coverage();
            return coverage == null
                    ? ""
                    : "%s; %s wide"
                            .formatted(
                                    share(coverage.covered()),
                                    bare(coverage.width().value()));
        });
        row("probabilities: Brier's score, beside that of always saying the usual share", place -> {
            Calibration calibration = place.all().calibration();
            return calibration == null
                    ? ""
                    : "%s and %s"
                            .formatted(
                                    WORDING.number(calibration.brier().value(), 3),
                                    WORDING.number(calibration.plainBrier().value(), 3));
        });
        row("sure by 90 % or more: share of answers", place -> sure(place, Calibration.Sure::share));
        row("… and right then", place -> sure(place, Calibration.Sure::right));
        row("**shown**", place -> shown(place.horizon()));
    }

    private static String sure(Place place, Function<Calibration.Sure, Figure> figure) {
        Calibration calibration = place.all().calibration();
        Calibration.Sure sure = calibration == null ? null : calibration.sure();
        return sure == null ? "" : share(figure.apply(sure));
    }

    private String shown(Label horizon) {
        List<Place> places = judgement.places().stream()
                .filter(place -> place.horizon().equals(horizon))
                .toList();
        List<Place> shown =
                places.stream().filter(place -> place.verdict().isShown()).toList();
        if (shown.size() == places.size()) {
            return "everywhere";
        }
        if (shown.isEmpty()) {
            return places.getFirst().verdict() instanceof Verdict.Silent(List<Reason> reasons)
                    ? "nowhere: " + reasons.getFirst().en()
                    : "nowhere";
        }
        String named = shown.size() > MOST_NAMED
                ? ""
                : ": "
                        + String.join(
                                ", ",
                                shown.stream().map(place -> place.part().en()).toList());
        return "%d of %d%s".formatted(shown.size(), places.size(), named);
    }

    private void days(LocalDate from, LocalDate until) {
        List<LocalDate> days = from.datesUntil(until.plusDays(1)).toList();
        row(scale(), days.stream().map(LocalDate::toString).toList());
        row("---", Collections.nCopies(days.size(), "---"));
        for (Place place : network) {
            Difference strongest = strongest(place.all());
            List<Label> methods = new ArrayList<>(List.of(judgement.methods().getFirst()));
            if (strongest != null) {
                methods.add(strongest.rival());
            }
            for (Label method : methods) {
                int number = judgement.methods().indexOf(method);
                row(
                        "%s: %s".formatted(place.horizon().en(), method.en()),
                        days.stream().map(day -> onDay(place, day, number)).toList());
            }
        }
    }

    private String onDay(Place place, LocalDate day, int method) {
        for (PlaceDay each : place.days()) {
            Double mean = each.means().get(method);
            if (each.day().equals(day) && mean != null) {
                return bare(mean);
            }
        }
        return "–";
    }

    /// The one that the forecast beats by least.
    private static @Nullable Difference strongest(Sheet sheet) {
        return sheet.differences().stream()
                .filter(rival -> rival.difference() != null)
                .max(Comparator.comparingDouble(JudgedMarkdown::difference))
                .orElse(null);
    }

    private static double difference(Difference rival) {
        return rival.difference() == null ? 0 : rival.difference().value();
    }

    private String range(Figure figure) {
        return "[%s, %s]".formatted(bare(figure.low()), bare(figure.high()));
    }

    private String bare(double value) {
        return judgement.scale() instanceof Scale.Choice ? WORDING.number(value * 100, 1) : WORDING.number(value, 2);
    }

    private static String share(Figure share) {
        return "%s [%s, %s]"
                .formatted(
                        percent(share.value()),
                        WORDING.number(share.low() * 100, 1),
                        WORDING.number(share.high() * 100, 1));
    }

    private static String percent(double share) {
        return percent(share, 1);
    }

    private static String percent(double share, int digits) {
        return WORDING.number(share * 100, digits) + " %";
    }
}
