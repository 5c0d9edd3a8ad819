package org.prevenance.playbook;

import java.util.List;
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
    public record Derived(Expr expr, List<Integer> dependsOn, boolean readsToday) implements Source {}

    /// Another subject's indicator: that of the subject named by the indicator `subjectOrdinal` (of type id). Of a
    /// table the value at the key that the indicator `keyOrdinal` holds; else that is -1.
    public record Read(int indicatorOrdinal, int subjectOrdinal, int keyOrdinal) implements Source {}

    /// How the subject's value of `indicatorOrdinal` stands among those of its peers: the subjects of the same kind
    /// with the same value of `groupOrdinal`. `take` combines the peers' values (the subject's own included).
    public record Peers(int indicatorOrdinal, int groupOrdinal, Fold.Take take) implements Source {}
}
