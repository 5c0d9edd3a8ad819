package org.prevenance.wording;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prevenance.wording.Fact.Bound;
import org.prevenance.wording.Fact.Measure;
import org.prevenance.wording.Numerals.Numeral;
import org.prevenance.wording.Token.Kind;
import org.prevenance.wording.Units.Unit;

/// Figures with a unit, `29,99 € par mois`, `5 Go`, `1 h 30`, `moins de 26 ans`; others are left to [CountReader].
final class QuantityReader implements FactReader {
    private static final Set<String> CURRENCIES = Set.of("eur", "gbp", "usd");
    private static final Unit PERCENT = new Unit(Measure.PERCENT, "", 1);
    private static final double YEAR = 24 * 360;
    private static final Set<String> ORDINARY = Set.of(
            "premiers", "premieres", "derniers", "dernieres", "first", "last", "full", "petites", "longues", "whole");
    private static final Set<String> WORKING =
            Set.of("ouvre", "ouvres", "ouvrable", "ouvrables", "working", "business");

    private final Passage passage;
    private final Figures figures;
    private final Bounds bounds;
    private final Periods periods;
    private final CountReader counts;
    private final Facts facts;

    QuantityReader(Reading reading, Passage passage, Facts facts) {
        this.passage = passage;
        this.facts = facts;
        figures = new Figures(passage);
        bounds = new Bounds(passage);
        periods = new Periods(passage);
        counts = new CountReader(reading, passage, bounds, periods, facts);
    }

    /// A figure as it stands in the text.
    ///
    /// @param next the token after its unit
    private record Figure(double low, double high, int first, int next) {
        Figure plus(double more, int end) {
            return new Figure(low + more, low + more, first, end);
        }
    }

    @Override
    public int read(int first) {
        Unit money = currencyBefore(first);
        int at = money == null ? first : first + 1;
        if (!passage.has(at)) {
            return first;
        }
        Numeral low = figures.number(at);
        if (low.next() < 0) {
            return first;
        }
        Numeral high = figures.upperEnd(low, first);
        int next = high.next();
        if (money != null) {
            return amount(money, new Figure(low.value(), high.value(), first, next));
        }
        int unitAt = passage.word(next).equals("d") || passage.word(next).equals("de") ? next + 1 : next;
        unitAt = passage.is(unitAt, ORDINARY) ? unitAt + 1 : unitAt;
        Unit unit = figures.unit(unitAt);
        if (unit != null) {
            return found(unit, new Figure(low.value(), high.value(), first, figures.unitEnd(unitAt)));
        }
        if (passage.says(next, "pour cent")) {
            return found(PERCENT, new Figure(low.value(), high.value(), first, next + 2));
        }
        return counts.read(low, high, first);
    }

    /// `€` in `€29.99`; null where none stands here.
    private @Nullable Unit currencyBefore(int at) {
        Unit unit = passage.is(at, Kind.SIGN) || passage.is(at, CURRENCIES) ? Units.of(passage.word(at)) : null;
        return unit != null && unit.measure() == Measure.MONEY ? unit : null;
    }

    private int found(Unit unit, Figure figure) {
        return switch (unit.measure()) {
            case MONEY -> amount(unit, figure);
            case DURATION -> duration(unit, figure);
            default -> add(unit.measure(), unit.name(), unit.factor(), figure, periods.of(figure.next()), figure);
        };
    }

    /// An amount of money, by the month where it is by the year; `5 euros 50`.
    private int amount(Unit unit, Figure figure) {
        int next = figure.next();
        String per = periods.of(next);
        boolean yearly = per.equals("year");
        boolean cents = passage.isNumber(next)
                && passage.word(next - 1).startsWith("euro")
                && passage.token(next).number() < 100
                && passage.length(next) == 2;
        Figure whole = cents ? figure.plus(passage.token(next).number() / 100, next + 1) : figure;
        double factor = yearly ? unit.factor() / 12 : unit.factor();
        return add(Measure.MONEY, unit.name(), factor, whole, yearly ? "month" : per, figure);
    }

    /// A length of time, `1 h 30`, or an age.
    private int duration(Unit unit, Figure figure) {
        int next = figure.next();
        if (isAge(unit, figure)) {
            return add(Measure.AGE, "", 1, figure, "", figure);
        }
        Figure whole = figure;
        if (unit.factor() >= 1 && isFollowedByMinutes(figure)) {
            double minutes = passage.token(next).number();
            int end = Units.of(passage.word(next + 1)) == null ? next + 1 : next + 2;
            whole = figure.plus(minutes / 60 / unit.factor(), end);
        }
        boolean working = passage.is(next, WORKING) || passage.is(next - 2, WORKING);
        String name = working && unit.name().equals("day") ? "workday" : unit.name();
        return add(Measure.DURATION, name, unit.factor(), whole, "", figure);
    }

    /// Whether a number of minutes is part of the length: `1 h 30`, `2 jours 30 min`.
    private boolean isFollowedByMinutes(Figure length) {
        int next = length.next();
        if (!passage.isNumber(next) || passage.token(next).number() >= 60 || length.low() != length.high()) {
            return false;
        }
        String after = passage.word(next + 1);
        return after.equals("min")
                || after.equals("minutes")
                || Units.of(after) == null && passage.word(next - 1).equals("h");
    }

    private boolean isAge(Unit unit, Figure figure) {
        if (unit.factor() != YEAR) {
            return false;
        }
        String words = passage.before(figure.first()) + " ";
        return words.contains(" age")
                || words.contains(" moins de ")
                || words.contains(" plus de ") && bounds.of(figure.first(), figure.next()) == Bound.LEAST
                || words.endsWith(" des ")
                || words.endsWith(" a partir de ")
                || words.contains(" enfants de ")
                || passage.word(figure.next()).equals("old");
    }

    /// @param figure with what is told after its unit
    /// @param bare   without that
    private int add(Measure measure, String name, double factor, Figure figure, String per, Figure bare) {
        Bound bound = bounds.of(bare.first(), bare.next());
        double low = figure.low() * factor;
        double high = figure.high() * factor;
        facts.figure(measure, name, low, high, per, bound, figure.first(), figure.next());
        return figure.next();
    }
}
