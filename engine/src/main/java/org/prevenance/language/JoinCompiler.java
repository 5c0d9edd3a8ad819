package org.prevenance.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prevenance.expression.Expr;
import org.prevenance.expression.ValueType;
import org.prevenance.playbook.Fold;
import org.prevenance.vocabulary.EventType;

/// Compiles `with`: which earlier events are read beside each event, and by what they are found.
final class JoinCompiler {
    private final Declared.@Nullable With with;
    private final Ground ground;
    private final Usage usage;
    private boolean wrong;

    JoinCompiler(Declared.@Nullable With with, Ground ground, Usage usage) {
        this.with = with;
        this.ground = ground;
        this.usage = usage;
    }

    /// By what events find those that they are joined to.
    ///
    /// @param key its expression over the events of the fold; null: all of a type are one
    record On(List<Fold.Join> joins, @Nullable CheckedFormula key) {}

    /// The joined events, by the names that expressions use.
    Map<String, Names.Joined> names() {
        Map<String, Names.Joined> joined = new LinkedHashMap<>();
        if (with != null) {
            for (Declared.Joined one : with.joined()) {
                EventFields fields = new EventFields(List.of(one.type()), ground.vocabulary());
                joined.put(one.name(), new Names.Joined(joined.size(), one.type(), fields));
            }
        }
        return joined;
    }

    /// @param own the event types of the fold
    @Nullable
    On compile(List<EventType> own) {
        if (with == null) {
            return new On(List.of(), null);
        }
        Formula formula = with.on();
        CheckedFormula key = formula == null ? null : check(formula, keyNames(own));
        ValueType type = key == null ? null : node(key, own.getFirst()).type();
        List<Fold.Join> joins = new ArrayList<>();
        for (Declared.Joined joined : with.joined()) {
            joins.add(new Fold.Join(
                    joined.type().ordinal(), formula == null ? null : key(formula, joined, type), joined.back()));
        }
        return wrong ? null : new On(joins, key);
    }

    /// The key of a joined event, which must be of the type that the event at hand has.
    private @Nullable Expr key(Formula formula, Declared.Joined joined, @Nullable ValueType type) {
        CheckedFormula checked = check(formula, keyNames(List.of(joined.type())));
        if (checked == null || type == null) {
            return null;
        }
        Node key = node(checked, joined.type());
        if (!key.type().equals(type)) {
            wrong = true;
            ground.mistakes()
                    .add(
                            formula.place(),
                            "This key is " + Types.words(type) + " in the event at hand and " + Types.words(key.type())
                                    + " in " + joined.type().name() + ".");
        }
        return key.code();
    }

    /// A key is made of the event alone.
    private Names keyNames(List<EventType> types) {
        return new Names(_ -> null, Map.of(), new EventFields(types, ground.vocabulary()), null);
    }

    private @Nullable CheckedFormula check(Formula formula, Names names) {
        CheckedFormula checked = CheckedFormula.check(formula, names, ground.mistakes());
        wrong |= checked == null;
        return checked;
    }

    private Node node(CheckedFormula checked, EventType type) {
        return Translator.translate(checked, ground, usage, type, false);
    }
}
