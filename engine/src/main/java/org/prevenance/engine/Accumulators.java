package org.prevenance.engine;

import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;
import org.prevenance.event.Symbols;
import org.prevenance.event.ZoneDays;
import org.prevenance.expression.ValueType;
import org.prevenance.playbook.Aggregation;
import org.prevenance.playbook.Fold;
import org.prevenance.playbook.Window;

/// Chooses the leanest accumulator that answers a fold exactly.
final class Accumulators {
    private final ZoneDays days;
    private final Symbols symbols;
    private final Evaluator outside;
    private final Comparisons comparisons;

    /// @param outside what `having` reads besides the group
    Accumulators(ZoneDays days, Symbols symbols, Evaluator outside) {
        this.days = days;
        this.symbols = symbols;
        this.outside = outside;
        comparisons = new Comparisons(symbols);
    }

    Accumulator create(Fold fold) {
        ValueType.Kind kind = fold.valueType().kind();
        Fold.Take take = fold.take();
        if (fold.aggregation() instanceof Aggregation.Repeated) {
            return new Repeats(
                    kind, fold.groupTypes(), take == null ? Fold.Take.SUM : take, fold.window(), days, symbols);
        }
        if (fold.aggregation() instanceof Aggregation.Contradictions(boolean told)) {
            return contradictions(fold, told);
        }
        if (fold.groupTypes().isEmpty()) {
            return single(fold, kind);
        }
        Window.Days span = ofOneDay(fold);
        return new Groups(
                span == null ? () -> single(fold, kind) : () -> windowed(fold.aggregation(), kind, new Window.Life()),
                span,
                fold,
                take,
                resultKind(fold.aggregation(), kind),
                days,
                symbols,
                outside);
    }

    /// The days that count, where each group is of one day and needs no more than a running value; else null.
    private static Window.@Nullable Days ofOneDay(Fold fold) {
        boolean small =
                fitsDays(fold.aggregation()) && (isTotal(fold.aggregation()) || isExtremity(fold.aggregation()));
        return fold.byDay() && small && fold.window() instanceof Window.Days span ? span : null;
    }

    Contradictions contradictions(Fold fold, boolean told) {
        Groups latest = new Groups(
                () -> windowed(new Aggregation.Last(), ValueType.Kind.TEXT, fold.window()),
                null,
                fold,
                Fold.Take.COUNT,
                ValueType.Kind.TEXT,
                days,
                symbols,
                outside);
        return new Contradictions(latest, told, comparisons, symbols);
    }

    private Accumulator single(Fold fold, ValueType.Kind kind) {
        return switch (fold.aggregation()) {
            case Aggregation.Changes _ -> moves(fold, (before, value) -> value != before);
            case Aggregation.Drops _ -> moves(fold, (before, value) -> Arithmetic.compare(value, before, kind) < 0);
            case Aggregation.Streak streak ->
                streak.gap() > 0
                        ? new Rows(streak, longest(streak.bucket(), fold.window()))
                        : new Streaks(streak.bucket(), days, longest(streak.bucket(), fold.window()));
            default -> windowed(fold.aggregation(), kind, fold.window());
        };
    }

    private Accumulator moves(Fold fold, Moves.Comparison comparison) {
        return new Moves(windowed(new Aggregation.Sum(), ValueType.Kind.WHOLE, fold.window()), comparison);
    }

    private Accumulator windowed(Aggregation aggregation, ValueType.Kind kind, Window window) {
        return switch (window) {
            case Window.Life _ when isTotal(aggregation) -> new Total(aggregation, kind);
            case Window.Life _ when isExtremity(aggregation) -> new Extremity(aggregation, kind);
            case Window.Days span when fitsDays(aggregation) -> new DayRing(aggregation, kind, span);
            default -> new Points(aggregation, kind, window, days);
        };
    }

    private static boolean isTotal(Aggregation aggregation) {
        return switch (aggregation) {
            case Aggregation.Count _, Aggregation.Sum _, Aggregation.Mean _, Aggregation.Share _ -> true;
            default -> false;
        };
    }

    private static boolean isExtremity(Aggregation aggregation) {
        return switch (aggregation) {
            case Aggregation.First _, Aggregation.Last _, Aggregation.Min _, Aggregation.Max _ -> true;
            default -> false;
        };
    }

    private static boolean fitsDays(Aggregation aggregation) {
        return switch (aggregation) {
            case Aggregation.Count _,
                    Aggregation.Sum _,
                    Aggregation.Mean _,
                    Aggregation.Share _,
                    Aggregation.Min _,
                    Aggregation.Max _,
                    Aggregation.Rate _ -> true;
            case Aggregation.DistinctDays _ -> true;
            default -> false;
        };
    }

    /// The kind of what an aggregation yields from values of a kind.
    static ValueType.Kind resultKind(Aggregation aggregation, ValueType.Kind kind) {
        return switch (aggregation) {
            case Aggregation.Count _,
                    Aggregation.Distinct _,
                    Aggregation.DistinctDays _,
                    Aggregation.Streak _,
                    Aggregation.Changes _,
                    Aggregation.Drops _ -> ValueType.Kind.WHOLE;
            case Aggregation.Mean _, Aggregation.Quantile _ ->
                kind == ValueType.Kind.WHOLE ? ValueType.Kind.NUMBER : kind;
            case Aggregation.Slope _, Aggregation.Rate _, Aggregation.Share _, Aggregation.Interval _ ->
                ValueType.Kind.NUMBER;
            case Aggregation.Contradictions(boolean told) -> told ? ValueType.Kind.TEXT : ValueType.Kind.WHOLE;
            default -> kind;
        };
    }

    private static long longest(Window.Unit unit, Window window) {
        return switch (window) {
            case Window.Sliding sliding when unit == Window.Unit.HOUR -> sliding.micros() / Raw.HOUR;
            case Window.Days span -> unit == Window.Unit.HOUR ? span.days() * 24L : span.days();
            default -> Long.MAX_VALUE;
        };
    }
}
