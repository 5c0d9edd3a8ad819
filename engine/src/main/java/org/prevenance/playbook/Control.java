package org.prevenance.playbook;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prevenance.expression.Expr;
import org.prevenance.expression.ValueType;

/// One compiled control: a value that a device is kept at, by commands.
///
/// @param name          with its pack, `appliances/daylight`
/// @param when          while it holds the control is in charge; null: always
/// @param command       what is commanded, `brightness`
/// @param value         a number, or true or false; without a value nothing is commanded
/// @param step          the least move that is worth a command; null: any
/// @param hand          how a change made by hand is noticed; null: it is not
/// @param purposes      all purposes needed
/// @param reads         ordinals of all indicators that it reads, also through derived ones
/// @param namedReads    ordinals of the indicators that its expressions name themselves
/// @param elapsedTimers the instants at which comparisons with `elapsed(t)` turn
public record Control(
        int ordinal,
        String name,
        int about,
        @Nullable Expr when,
        String command,
        Expr value,
        ValueType valueType,
        @Nullable Expr step,
        @Nullable ValueType stepType,
        @Nullable Hand hand,
        Set<String> purposes,
        List<Integer> reads,
        List<Integer> namedReads,
        boolean readsToday,
        List<Expr> elapsedTimers,
        String titleFr,
        String titleEn) {

    /// A change made by hand is left alone.
    ///
    /// @param shows      what the device says that it stands at
    /// @param at         when it said so
    /// @param restMicros for how long nothing is commanded then
    public record Hand(Expr shows, ValueType showsType, Expr at, long restMicros) {}
}
