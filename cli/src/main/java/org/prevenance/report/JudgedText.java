package org.prevenance.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.forecast.judge.Alarm;
import org.prevenance.forecast.judge.Calibration;
import org.prevenance.forecast.judge.Coverage;
import org.prevenance.forecast.judge.Difference;
import org.prevenance.forecast.judge.Eta;
import org.prevenance.forecast.judge.EtaBucket;
import org.prevenance.forecast.judge.Figure;
import org.prevenance.forecast.judge.Judged;
import org.prevenance.forecast.judge.Judgement;
import org.prevenance.forecast.judge.Label;
import org.prevenance.forecast.judge.MethodFigures;
import org.prevenance.forecast.judge.Place;
import org.prevenance.forecast.judge.Reason;
import org.prevenance.forecast.judge.Scale;
import org.prevenance.forecast.judge.Sheet;
import org.prevenance.forecast.judge.Verdict;
import org.prevenance.forecast.judge.WatchedDay;
import org.prevenance.signal.Language;
import org.prevenance.signal.Words;

/// What a person reads in the terminal about forecasts that were judged: where each is shown and where it keeps silent,
/// then its figures over the whole network. Plain text, at most 100 characters wide.
public final class JudgedText {
    private static final int MOST_ALARMS = 10;
    private static final int LONGEST_RIVAL = 32;

    private final Words wording;
    private final Page page = new Page();

    private JudgedText(Language language) {
        wording = new Words(language, ZoneOffset.UTC);
    }

    /// The whole text.
    ///
    /// @param folder where the files of [JudgedFolder] are, to be named at the end; null when none were written
    public static String of(List<Judged> all, Language language, @Nullable String folder) {
        var text = new JudgedText(language);
        all.forEach(text::one);
        text.page.paragraph(text.pick(
                "Entre parenthèses : l’intervalle à 95 %, par tirage au sort de jours entiers.",
                "In brackets: the 95% interval, by drawing whole days."));
        if (folder != null) {
            text.page.paragraph(text.pick("Tout est dans ", "Everything is in ") + folder + text.pick(" :", ":")
                    + " forecast.html, forecast.json.");
        }
        return text.page.toString();
    }

    private String pick(String fr, String en) {
        return wording.pick(fr, en);
    }

    private String pick(Label label) {
        return pick(label.fr(), label.en());
    }

    private void one(Judged judged) {
        Judgement judgement = judged.judgement();
        page.blank();
        page.paragraph(pick(judged.title()) + pick(" : ", ": ")
                + wording.count(judgement.questions(), "question", "questions", "question", "questions")
                + pick(", du ", ", ") + date(judgement.from()) + pick(" au ", " to ") + date(judgement.until()) + ".");
        if (judged.relearnt() > 0) {
            page.paragraph(pick("Elle a appris à ", "It learnt at intervals of ")
                    + wording.count(judged.relearnt(), "jour", "jours", "day", "days")
                    + pick(
                            " d’intervalle, chaque fois de ce qui était su alors.",
                            ", each time from what was known then."));
        }
        long shown = judgement.places().stream()
                .filter(place -> place.verdict().isShown())
                .count();
        page.paragraph(pick("La prévision se montre dans ", "The forecast is shown in ")
                + wording.whole(shown)
                + pick(" cas sur ", " of ")
                + wording.whole(judgement.places().size())
                + pick(" ; ailleurs elle se tait.", " cases; elsewhere it keeps silent."));
        for (Label horizon : judgement.horizons()) {
            List<Place> places = judgement.places().stream()
                    .filter(place -> place.horizon().equals(horizon))
                    .toList();
            if (!places.isEmpty()) {
                page.blank();
                verdicts(judgement, horizon, places);
                page.blank();
                figures(judgement, places.getFirst());
            }
        }
        page.blank();
        etas(judgement);
        watched(judged);
    }

    private void etas(Judgement judgement) {
        if (judgement.etas().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(pick("à l’heure dite, à … min", "accurate, … min away")));
        for (EtaBucket bucket : EtaBucket.values()) {
            head.add(wording.number(bucket.from(), 0) + "–" + wording.number(bucket.to(), 0));
        }
        head.add(pick("en moyenne", "on average"));
        rows.add(head);
        for (Eta eta : judgement.etas()) {
            List<String> row = new ArrayList<>(List.of(pick(eta.method())));
            eta.buckets().forEach(share -> row.add(percent(share.accurate())));
            row.add(eta.overall() == null ? "–" : share(eta.overall()));
            rows.add(row);
        }
        page.table(rows).blank();
    }

    private static String capital(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, words.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                        + words.substring(words.offsetByCodePoints(0, 1));
    }

    private String date(LocalDate day) {
        return wording.date(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private void verdicts(Judgement judgement, Label horizon, List<Place> places) {
        page.paragraph(capital(pick(horizon)) + pick(" :", ":"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "", "", loss(judgement.scale()), pick("écart au plus fort rival", "beside the strongest rival"), ""));
        Map<String, List<String>> silent = new LinkedHashMap<>();
        for (Place place : places) {
            Difference strongest = strongest(place);
            Figure mean = place.all().forecast().mean();
            Figure difference = strongest == null ? null : strongest.difference();
            rows.add(List.of(
                    pick(place.part()),
                    place.verdict().isShown() ? pick("montrée", "shown") : pick("se tait", "silent"),
                    mean == null ? "–" : bare(judgement.scale(), mean.value()),
                    difference == null ? "–" : signedRange(judgement.scale(), difference),
                    strongest == null ? "" : Page.cut(pick(strongest.rival()), LONGEST_RIVAL)));
            if (place.verdict() instanceof Verdict.Silent(List<Reason> reasons)) {
                Reason reason = reasons.getFirst();
                silent.computeIfAbsent(pick(reason.fr(), reason.en()), _ -> new ArrayList<>())
                        .add(pick(place.part()));
            }
        }
        page.table(rows);
        silent.forEach((reason, parts) -> page.paragraph(
                "  ",
                "    ",
                pick("Se tait (", "Silent (") + String.join(", ", parts) + pick(") : ", "): ") + reason + "."));
    }

    private static @Nullable Difference strongest(Place place) {
        return place.all().differences().stream()
                .filter(rival -> rival.difference() != null)
                .max(Comparator.comparingDouble(rival ->
                        rival.difference() == null ? 0 : rival.difference().value()))
                .orElse(null);
    }

    /// Of all methods at one place: the first of a horizon.
    private void figures(Judgement judgement, Place place) {
        boolean timed = judgement.scale() instanceof Scale.Minutes;
        Sheet all = place.all();
        List<List<String>> rows = new ArrayList<>();
        page.paragraph(capital(pick(place.horizon())) + ", " + pick(place.part()) + pick(" :", ":"));
        List<String> head = new ArrayList<>(List.of(
                "", loss(judgement.scale()), pick("ordinaires", "ordinary"), pick("pires jours", "worst days")));
        if (judgement.scale() instanceof Scale.Minutes(double close, double near, double _)) {
            head.add(pick("médiane", "median"));
            head.add("≤ " + wording.whole(Math.round(close)) + " min");
            head.add("≤ " + wording.whole(Math.round(near)) + " min");
        }
        head.add(pick("répond", "answers"));
        rows.add(head);
        for (int i = 0; i < all.methods().size(); i++) {
            MethodFigures method = all.methods().get(i);
            List<String> row = new ArrayList<>(List.of(
                    pick(method.method()),
                    range(judgement.scale(), method.mean()),
                    mean(judgement.scale(), place.ordinary(), i),
                    mean(judgement.scale(), place.worst(), i)));
            if (timed) {
                row.add(
                        method.median() == null
                                ? "–"
                                : wording.number(method.median().value(), 1));
                row.add(percent(method.close()));
                row.add(percent(method.near()));
            }
            row.add(wholePercent((double) method.answered() / all.questions()));
            rows.add(row);
        }
        page.table(rows);
        Coverage coverage = all.coverage();
        if (coverage != null) {
            page.paragraph(
                    "  ",
                    "    ",
                    pick("Fourchettes à ", "Intervals of ") + wholePercent(judgement.level())
                            + pick(" : le vrai est dedans ", ": the truth is inside ") + share(coverage.covered())
                            + pick(" du temps ; largeur moyenne ", " of the time; mean width ")
                            + amount(judgement.scale(), coverage.width().value()) + ".");
        }
        calibration(all.calibration());
    }

    private void calibration(@Nullable Calibration calibration) {
        if (calibration == null) {
            return;
        }
        page.paragraph(
                "  ",
                "    ",
                pick("Probabilités : score de Brier ", "Probabilities: Brier score ")
                        + wording.number(calibration.brier().value(), 4)
                        + pick(", au lieu de ", ", instead of ")
                        + wording.number(calibration.plainBrier().value(), 4)
                        + pick(" pour qui dirait toujours ", " for always saying ")
                        + wholePercent(calibration.happened().value()) + ".");
        Calibration.Sure sure = calibration.sure();
        if (sure != null) {
            page.paragraph(
                    "  ",
                    "    ",
                    pick("Sûre à ", "Sure by ")
                            + wholePercent(sure.confidence())
                            + pick(" ou plus : ", " or more: ")
                            + share(sure.share())
                            + pick(" des réponses, justes ", " of answers, right ")
                            + share(sure.right())
                            + pick(" du temps.", " of the time."));
        }
    }

    private void watched(Judged judged) {
        List<WatchedDay> alarming = judged.watched().alarming();
        if (alarming.isEmpty()) {
            page.paragraph(
                    pick("Aucun changement remarqué pendant ces jours.", "No change was noticed over these days."));
        } else {
            page.paragraph(pick("Changements remarqués :", "Changes noticed:"));
            for (WatchedDay day : alarming.subList(0, Math.min(MOST_ALARMS, alarming.size()))) {
                day.alarms()
                        .forEach(alarm ->
                                page.paragraph("  ", "    ", date(day.date()) + pick(" : ", ": ") + said(alarm) + "."));
            }
            if (alarming.size() > MOST_ALARMS) {
                page.paragraph(
                        "  ",
                        "    ",
                        pick("et ", "and ")
                                + (alarming.size() - MOST_ALARMS)
                                + pick(" autres jours, dans forecast.json.", " more days, in forecast.json."));
            }
        }
        page.blank();
    }

    private String said(Alarm alarm) {
        return switch (alarm) {
            case Alarm.PlanChanged(double unfamiliar, double usual) ->
                pick("l’horaire a changé, ", "the timetable changed, ")
                        + wholePercent(unfamiliar)
                        + pick(" de ce qui est prévu est nouveau (d’habitude ", " of what is planned is new (usually ")
                        + wholePercent(usual) + ")";
            case Alarm.ErrsMore(double ratio, double usual) ->
                pick("elle se trompe plus, ", "it errs more, ")
                        + wording.number(ratio, 2)
                        + pick(
                                " fois l’erreur de la promesse (d’habitude ",
                                " times the error of the promise (usually ")
                        + wording.number(usual, 2) + ")";
            case Alarm.CoversLess(double covered, double usual) ->
                pick("ses fourchettes tiennent moins, ", "its intervals hold less, ") + wholePercent(covered)
                        + pick(" (d’habitude ", " (usually ") + wholePercent(usual) + ")";
        };
    }

    private String loss(Scale scale) {
        return switch (scale) {
            case Scale.Minutes _ -> pick("erreur, min", "error, min");
            case Scale.Choice _ -> pick("erreurs, %", "wrong, %");
            case Scale.Cost(String currency) -> pick("coût, ", "cost, ") + currency;
        };
    }

    private String mean(Scale scale, @Nullable Sheet sheet, int method) {
        Figure mean = sheet == null ? null : sheet.methods().get(method).mean();
        return mean == null ? "–" : bare(scale, mean.value());
    }

    private String range(Scale scale, @Nullable Figure figure) {
        return figure == null
                ? "–"
                : bare(scale, figure.value()) + " (" + bare(scale, figure.low()) + "–" + bare(scale, figure.high())
                        + ")";
    }

    private String signedRange(Scale scale, Figure figure) {
        return signed(figure.value(), bare(scale, Math.abs(figure.value()))) + " ("
                + signed(figure.low(), bare(scale, Math.abs(figure.low()))) + " … "
                + signed(figure.high(), bare(scale, Math.abs(figure.high()))) + ")";
    }

    private static String signed(double value, String size) {
        boolean zero = size.chars().noneMatch(c -> c >= '1' && c <= '9');
        return (zero ? "" : value < 0 ? "−" : "+") + size;
    }

    /// `18,9 min`, `5,3 %`, `12,30 €`.
    private String amount(Scale scale, double value) {
        return switch (scale) {
            case Scale.Minutes _ -> wording.number(value, 2) + "\u00a0min";
            case Scale.Choice _ -> wording.number(value * 100, 1) + pick("\u00a0%", "%");
            case Scale.Cost(String currency) -> wording.amount(BigDecimal.valueOf(value), currency);
        };
    }

    private String bare(Scale scale, double value) {
        return switch (scale) {
            case Scale.Choice _ -> wording.number(value * 100, 1);
            case Scale.Minutes _, Scale.Cost _ -> wording.number(value, 2);
        };
    }

    private String percent(double share) {
        return wording.number(share * 100, 1) + pick("\u00a0%", "%");
    }

    private String wholePercent(double share) {
        return wording.number(share * 100, 0) + pick("\u00a0%", "%");
    }

    private String percent(@Nullable Figure share) {
        return share == null ? "–" : percent(share.value());
    }

    private String share(Figure share) {
        return percent(share) + " (" + wording.number(share.low() * 100, 1) + "–"
                + wording.number(share.high() * 100, 1) + ")";
    }
}
