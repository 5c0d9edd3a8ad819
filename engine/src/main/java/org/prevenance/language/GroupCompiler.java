package org.prevenance.language;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.prevenance.expression.ValueType;
import org.prevenance.expression.ValueType.Kind;
import org.prevenance.playbook.Aggregation;
import org.prevenance.playbook.Fold;
import org.prevenance.playbook.Indicator;
import org.prevenance.text.Place;

/// Compiles what becomes of groups: the steps of `take`, and `having`.
final class GroupCompiler {
    private final Declared.Folded declared;
    private final Ground ground;
    private final Function<String, @Nullable Reference> indicators;
    private final Map<String, Integer> lines;
    private final IntFunction<Indicator> compiled;
    private boolean wrong;

    /// @param compiled indicators by ordinal
    GroupCompiler(
            Declared.Folded declared,
            Ground ground,
            Function<String, @Nullable Reference> indicators,
            Map<String, Integer> lines,
            IntFunction<Indicator> compiled) {
        this.declared = declared;
        this.ground = ground;
        this.indicators = indicators;
        this.lines = lines;
        this.compiled = compiled;
    }

    /// @param type what all groups together give
    record Compiled(Fold.@Nullable Having having, ValueType type) {}

    /// @param value what each group gives
    /// @param keys  by what they are grouped
    @Nullable
    Compiled compile(ValueType value, List<ValueType> keys) {
        ValueType group = value;
        List<ValueType> left = keys;
        for (Fold.Take inner : declared.group().inner()) {
            group = taken(inner, group, List.of());
            left = left.subList(0, Math.max(0, left.size() - 1));
        }
        Fold.Having having = having(group, left);
        Fold.Take take = declared.group().take();
        ValueType type = take == null ? group : taken(take, group, left);
        return wrong ? null : new Compiled(having, type);
    }

    private Fold.@Nullable Having having(ValueType group, List<ValueType> keys) {
        Formula formula = declared.group().having();
        if (formula == null) {
            return null;
        }
        CheckedFormula checked = CheckedFormula.check(
                formula,
                Names.ofGroup(
                        name -> sibling(name, keys),
                        lines,
                        group,
                        !declared.group().inner().isEmpty()),
                ground.mistakes());
        if (checked == null) {
            wrong = true;
            return null;
        }
        Usage read = new Usage();
        Node node = Translator.translate(checked, ground, read, null, false);
        if (node.kind() != Kind.BOOL) {
            mistake(formula.place(), "having must be true or false, not " + Types.words(node.type()) + ".", null);
        }
        return new Fold.Having(node.code(), read.indicators(), read.readsToday());
    }

    /// What a name stands for in `having`: an indicator that is grouped by keys of the same types has its value at the
    /// key of the group at hand.
    private @Nullable Reference sibling(String name, List<ValueType> keys) {
        Reference reference = indicators.apply(name);
        if (!(reference instanceof Reference.OfIndicator(int ordinal, ValueType _))
                || !(compiled.apply(ordinal).source() instanceof Indicator.Folded(Fold fold))
                || fold.aggregation() instanceof Aggregation.Repeated
                || fold.aggregation() instanceof Aggregation.Contradictions
                || !lastingKeys(fold).equals(keys)) {
            return reference;
        }
        ValueType value = Results.of(fold.aggregation(), fold.valueType());
        for (Fold.Take inner : fold.inner()) {
            value = Results.of(inner, value, value);
        }
        return new Reference.OfSibling(ordinal, value);
    }

    /// The keys that are left where `having` stands.
    private static List<ValueType> lastingKeys(Fold fold) {
        return fold.groupTypes()
                .subList(0, Math.max(0, fold.groupTypes().size() - fold.inner().size()));
    }

    private ValueType taken(Fold.Take take, ValueType group, List<ValueType> keys) {
        boolean byKey = take == Fold.Take.FIRST_KEY || take == Fold.Take.LAST_KEY;
        String name = take.name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (byKey && (keys.size() != 1 || !Results.sortable(keys.getFirst().kind()))) {
            mistake(
                    declared.place(),
                    "take: " + name
                            + " needs exactly one key in by, which is a date, a time, a whole number or a text.",
                    null);
        }
        if (!Results.takes(take).contains(group.kind())) {
            mistake(declared.place(), "take: " + name + " cannot combine " + Types.words(group) + ".", null);
        }
        return Results.of(take, group, keys.isEmpty() ? group : keys.getFirst());
    }

    private void mistake(Place place, String what, @Nullable String hint) {
        ground.mistakes().add(place, what, hint);
        wrong = true;
    }
}
