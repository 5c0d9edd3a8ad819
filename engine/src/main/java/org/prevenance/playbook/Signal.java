package org.prevenance.playbook;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prevenance.expression.Expr;
import org.prevenance.expression.ValueType;

/// One compiled signal.
///
/// @param name            with its pack, `telecom/returned-but-billed`
/// @param judgedOn        ordinals of event types whose arrival judges `when`; empty with `judgedAtDayEnd` false:
///                        whenever something that it reads changes
/// @param forDays         calendar days for which `when` must hold, or 0
/// @param forMicros       exact duration for which `when` must hold, or 0
/// @param until           when an open case closes by itself; null: as soon as `when` no longer holds
/// @param harm            money, or a number of points; null: none
/// @param evidence        ordinals of the indicators whose events prove the case
/// @param purposes        all purposes needed
/// @param reads           ordinals of all indicators that `when`, `until` and `harm` read, also through derived ones
/// @param concerns        ordinals of all indicators of the subject that conditions, harm, sentences and proof read,
///                        through whatever they read
/// @param conditionReads  ordinals of the indicators that `when` and `until` name themselves
/// @param becauseFr       the sentence that says why, in French (`becauseEn`: in English)
/// @param whenText        the condition as written, for `explain`
/// @param titleFr         what a screen calls it, in French
/// @param actions         what to do about it, in order of writing
/// @param elapsedTimers   for each comparison of `elapsed(t)` with a bound in `when` or `until`: the instant (time) at
///                        which it turns, so that absence is judged exactly then
public record Signal(
        int ordinal,
        String name,
        String playbook,
        int about,
        Expr when,
        Set<Integer> judgedOn,
        boolean judgedAtDayEnd,
        int forDays,
        long forMicros,
        @Nullable Expr until,
        @Nullable Expr harm,
        ValueType harmType,
        List<Integer> evidence,
        Set<String> purposes,
        List<Integer> reads,
        List<Integer> concerns,
        List<Integer> conditionReads,
        boolean readsToday,
        List<Expr> elapsedTimers,
        List<Action> actions,
        Sentence becauseFr,
        Sentence becauseEn,
        String whenText,
        String untilText,
        String titleFr,
        String titleEn,
        int line) {

    /// A sentence with holes.
    ///
    /// @param parts literal text and holes in order
    public record Sentence(List<Part> parts) {
        public sealed interface Part {}

        public record Text(String text) implements Part {}

        /// @param expr what stands in the hole, formatted for its type and the reader's language
        public record Hole(Expr expr, ValueType type) implements Part {}
    }
}
