package org.prevenance.playbook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prevenance.expression.Expr;
import org.prevenance.expression.ValueType;

/// How an indicator is made from events.
///
/// @param feeds        the event types that count, each with its own compiled expressions
/// @param valueType    the type of the value expressions
/// @param window       the window by time, or by number of events
/// @param sinceOrdinal the indicator (time or date) from which on events count, or -1. A date means the start of that
///                     day.
/// @param sinceOrLife  with `since X or life`: when X is absent all events count; otherwise none
/// @param groupTypes   the types of the group keys of `by`; empty when the fold is not grouped
/// @param byDay        whether one of the keys is `event.day`, so that the events of a group are all of one day
/// @param inner        what comes before `take`: each combines the groups that differ in their last key alone, and
///                     takes that key away
/// @param take         how the values of the groups become one; null for ungrouped folds, and for tables: those keep
///                     a value for each group
/// @param having       which groups count; null: all
/// @param joins        the earlier events that expressions read beside the event at hand, by number
/// @param dependsOn    ordinals of the indicators that `where`, `since` and values read (each before this one in order)
/// @param others       ordinals of the indicators of other subjects that `where` and values read for each event
/// @param readsToday   whether `where` or values read `today` or `now`
public record Fold(
        Aggregation aggregation,
        List<Feed> feeds,
        ValueType valueType,
        Window window,
        int sinceOrdinal,
        boolean sinceOrLife,
        List<ValueType> groupTypes,
        boolean byDay,
        List<Take> inner,
        @Nullable Take take,
        @Nullable Having having,
        List<Join> joins,
        List<Integer> dependsOn,
        List<Integer> others,
        boolean readsToday) {
    /// As what `having` reads the value of a group.
    public static final int GROUP_VALUE = -1;
    /// As what `having` reads how many groups were taken together.
    public static final int GROUP_PARTS = -2;

    /// Whether it keeps a value for each key, to be read at a key.
    public boolean isTable() {
        return take == null && !groupTypes.isEmpty() && !(aggregation instanceof Aggregation.Contradictions);
    }

    /// One event type's contribution.
    ///
    /// @param type    ordinal of the event type
    /// @param where   which events count; null: all
    /// @param value   the value; events where it is absent do not count
    /// @param by      the group keys, one per `groupTypes`
    /// @param apart   for [Aggregation.Repeated]: what must differ; else null
    /// @param unless  true when an event of this type takes away what its group held, or of what is repeated what bears
    ///                the same `apart` (value is then not evaluated)
    /// @param currencySlot where the currency of a money value stands in the event's row; -1 for other values
    /// @param each    the list whose items count one by one; null: the event counts once
    /// @param also   for [Aggregation.Changes]: the values beside `value`; an event with any of them counts
    /// @param on     the key by which the earlier events of the fold's `joins` are found; null: they have none
    public record Feed(
            int type,
            @Nullable Expr where,
            @Nullable Expr value,
            List<Expr> by,
            @Nullable Expr apart,
            boolean unless,
            int currencySlot,
            @Nullable Each each,
            List<Expr> also,
            @Nullable Expr on) {}

    /// An earlier event, read beside the event at hand: the latest of its type and key, at or before the event's time.
    /// Of the event's own type: the latest before it, in the order of time, then known time, source and id.
    ///
    /// @param type ordinal of its event type
    /// @param on   its key; null: none is asked for
    /// @param back how many of the same type and key lie between it and the event at hand
    public record Join(int type, @Nullable Expr on, int back) {}

    /// A condition on a group: its scope reads the value as [#GROUP_VALUE], and as [#GROUP_PARTS] how many groups the
    /// last
    /// of `inner` made it from.
    ///
    /// @param reads ordinals of the indicators that it reads, at the group's key or of the whole subject
    public record Having(Expr condition, List<Integer> reads, boolean readsToday) {}

    /// How group values, or repeated values, are combined.
    public enum Take {
        SUM,
        COUNT,
        MIN,
        MAX,
        MEAN,
        MEDIAN,
        /// The smallest group key (one key of type date, time, whole or text).
        FIRST_KEY,
        /// The largest group key.
        LAST_KEY,
        /// How many different values the groups have.
        DISTINCT
    }
}
