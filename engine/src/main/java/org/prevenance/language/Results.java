package org.prevenance.language;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;
import org.prevenance.expression.ValueType;
import org.prevenance.expression.ValueType.Kind;
import org.prevenance.playbook.Aggregation;
import org.prevenance.playbook.Fold;
import org.prevenance.playbook.Indicator;
import org.prevenance.playbook.Window;
import org.prevenance.signal.Sentences;

/// Which values an aggregation takes, and the type of what it gives.
final class Results {
    private static final Set<Kind> NUMBERS = EnumSet.of(Kind.WHOLE, Kind.NUMBER);
    private static final Set<Kind> AMOUNTS = EnumSet.of(Kind.WHOLE, Kind.NUMBER, Kind.MONEY);
    private static final Set<Kind> ORDERED = EnumSet.of(Kind.WHOLE, Kind.NUMBER, Kind.MONEY, Kind.DATE, Kind.TIME);
    private static final Set<Kind> TEXT = EnumSet.of(Kind.TEXT);
    private static final Set<Kind> CONDITION = EnumSet.of(Kind.BOOL);

    private Results() {}

    /// What the values may be.
    static Set<Kind> takes(Aggregation aggregation) {
        return switch (aggregation) {
            case Aggregation.Count _,
                    Aggregation.Interval _,
                    Aggregation.First _,
                    Aggregation.Last _,
                    Aggregation.Distinct _,
                    Aggregation.Changes _,
                    Aggregation.DistinctDays _ -> EnumSet.allOf(Kind.class);
            case Aggregation.Sum _, Aggregation.Mean _, Aggregation.Quantile _ -> AMOUNTS;
            case Aggregation.Min _, Aggregation.Max _, Aggregation.Repeated _ -> ORDERED;
            case Aggregation.Slope _, Aggregation.Rate _, Aggregation.Drops _ -> NUMBERS;
            case Aggregation.Share _, Aggregation.Streak _ -> CONDITION;
            case Aggregation.Contradictions _ -> TEXT;
        };
    }

    /// What a window, or a group in it, gives.
    static ValueType of(Aggregation aggregation, ValueType value) {
        return switch (aggregation) {
            case Aggregation.Count _,
                    Aggregation.Distinct _,
                    Aggregation.DistinctDays _,
                    Aggregation.Drops _,
                    Aggregation.Changes _ -> ValueType.of(Kind.WHOLE);
            case Aggregation.Sum _,
                    Aggregation.Min _,
                    Aggregation.Max _,
                    Aggregation.First _,
                    Aggregation.Last _,
                    Aggregation.Repeated _ -> value;
            case Aggregation.Mean _, Aggregation.Quantile _ -> mean(value);
            case Aggregation.Slope _ -> new ValueType(Kind.NUMBER, per(value.unit(), "day"));
            case Aggregation.Rate(long micros) -> new ValueType(Kind.NUMBER, per(value.unit(), unit(micros)));
            case Aggregation.Share _ -> ValueType.of(Kind.NUMBER);
            case Aggregation.Streak(Window.Unit bucket, long _) ->
                new ValueType(Kind.WHOLE, bucket.name().toLowerCase(Locale.ROOT) + "s");
            case Aggregation.Interval _ -> new ValueType(Kind.NUMBER, "seconds");
            case Aggregation.Contradictions(boolean told) ->
                told ? new ValueType(Kind.TEXT, Sentences.TOLD) : ValueType.of(Kind.WHOLE);
        };
    }

    private static ValueType mean(ValueType value) {
        return value.kind() == Kind.WHOLE ? new ValueType(Kind.NUMBER, value.unit()) : value;
    }

    private static @Nullable String per(@Nullable String unit, String time) {
        return unit == null ? null : unit + "/" + time;
    }

    private static String unit(long micros) {
        return micros == Raw.HOUR ? "hour" : micros == Raw.DAY ? "day" : "week";
    }

    /// What groups may hold to be combined so.
    static Set<Kind> takes(Fold.Take take) {
        return switch (take) {
            case SUM, MEAN, MEDIAN -> AMOUNTS;
            case MIN, MAX -> ORDERED;
            case COUNT, DISTINCT, FIRST_KEY, LAST_KEY -> EnumSet.allOf(Kind.class);
        };
    }

    /// What groups combined give; `key` is the type of the only key.
    static ValueType of(Fold.Take take, ValueType group, ValueType key) {
        return switch (take) {
            case SUM, MIN, MAX -> group;
            case MEAN, MEDIAN -> mean(group);
            case COUNT, DISTINCT -> ValueType.of(Kind.WHOLE);
            case FIRST_KEY, LAST_KEY -> key;
        };
    }

    /// What the values of many subjects may be.
    static Set<Kind> takes(Indicator.Rollup rollup) {
        return switch (rollup) {
            case SUM, MEAN, MEDIAN -> AMOUNTS;
            case MIN, MAX -> ORDERED;
            case SHARE -> CONDITION;
            case LIST -> EnumSet.of(Kind.TEXT);
            case COUNT, DISTINCT -> EnumSet.allOf(Kind.class);
        };
    }

    /// What the values of many subjects, rolled up, give.
    static ValueType of(Indicator.Rollup rollup, ValueType value) {
        return switch (rollup) {
            case SUM, MIN, MAX -> value;
            case MEAN, MEDIAN -> mean(value);
            case SHARE -> ValueType.of(Kind.NUMBER);
            case COUNT, DISTINCT -> ValueType.of(Kind.WHOLE);
            case LIST -> ValueType.of(Kind.TEXTS);
        };
    }

    /// Which keys have a first and a last.
    static boolean sortable(Kind key) {
        return key == Kind.DATE || key == Kind.TIME || key == Kind.WHOLE || key == Kind.TEXT;
    }
}
