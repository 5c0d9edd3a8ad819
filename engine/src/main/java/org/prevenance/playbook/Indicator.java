package org.prevenance.playbook;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prevenance.expression.Expr;
import org.prevenance.expression.ValueType;

/// One compiled indicator.
///
/// @param ordinal its number in the [Program]; an indicator reads only those with smaller numbers
/// @param name    as written in the playbook
/// @param about   the kind of subject that it is kept for
/// @param purpose the purpose under which its events may be used; null for derived ones, which have those of their
///                inputs
/// @param titleFr what a screen calls it in French (`titleEn`: in English); the name where the playbook gives none
public record Indicator(
        int ordinal,
        String playbook,
        String name,
        int about,
        @Nullable String purpose,
        ValueType type,
        Source source,
        String titleFr,
        String titleEn,
        int line) {
    public sealed interface Source {}

    /// Whether it has a value for each key instead of one.
    public boolean isTable() {
        return source instanceof Folded(Fold fold) && fold.isTable();
    }

    /// From events.
    public record Folded(Fold fold) implements Source {}

    /// From other indicators of the same subject.
    ///
    /// @param timers the instants at which a comparison with `elapsed` turns
    public record Derived(Expr expr, List<Integer> dependsOn, boolean readsToday, List<Expr> timers)
            implements Source {}

    /// The least that an expression comes to over all subjects of a kind, of those for which `where` holds. Both read
    /// the candidate's indicators as [org.prevenance.expression.Scope#other] of its
    /// [org.prevenance.expression.Scope#candidate].
    ///
    /// @param where  null: all subjects of which something in `others` is known
    /// @param others ordinals of the candidates' indicators that are read
    /// @param which  whether it gives the subject instead of what the expression comes to
    public record Least(
            Expr expr,
            ValueType exprType,
            @Nullable Expr where,
            List<Integer> dependsOn,
            List<Integer> others,
            boolean readsToday,
            boolean which)
            implements Source {}

    /// Another subject's indicator: that of the subject named by the indicator `subjectOrdinal` (of type id). Of a
    /// table the value at the key that the indicator `keyOrdinal` holds; else that is -1.
    public record Read(int indicatorOrdinal, int subjectOrdinal, int keyOrdinal) implements Source {}

    /// Rolled up over all subjects that bear the same key.
    ///
    /// @param valueOrdinal the indicator that is rolled up, or -1 where subjects are only counted
    /// @param whereOrdinal which subjects count: those for which this indicator is true; -1: all
    /// @param byOrdinal    the indicator that holds a subject's key
    /// @param keyOrdinal   the indicator that holds the reader's own key (of its peers, then the same as `byOrdinal`);
    ///                     -1: the key names the reader itself
    public record Gathered(Rollup rollup, int valueOrdinal, int whereOrdinal, int byOrdinal, int keyOrdinal)
            implements Source {
        /// What it reads of the subjects that are rolled up.
        public List<Integer> inputs() {
            return IntStream.of(valueOrdinal, whereOrdinal, byOrdinal)
                    .filter(ordinal -> ordinal >= 0)
                    .boxed()
                    .toList();
        }
    }

    /// How the values of many subjects become one. Nothing gives 0 for [#COUNT], [#SUM] and [#DISTINCT], and no value
    /// for the others.
    public enum Rollup {
        COUNT,
        /// Exact; each number is first rounded to the millionth.
        SUM,
        MEAN,
        MIN,
        MAX,
        MEDIAN,
        /// For which share of the subjects the value is true, 0 to 1.
        SHARE,
        /// How many different values.
        DISTINCT,
        /// The different texts, in the order of their letters; no value where there are none.
        LIST
    }
}
