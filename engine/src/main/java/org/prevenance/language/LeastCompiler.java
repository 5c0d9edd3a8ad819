package org.prevenance.language;

import org.jspecify.annotations.Nullable;
import org.prevenance.expression.ValueType;
import org.prevenance.expression.ValueType.Kind;
import org.prevenance.playbook.Indicator;

/// Compiles indicators that weigh all subjects of a kind and take the least, `{least: offer.monthly, of: offer}`.
final class LeastCompiler {
    private final Compiler compiler;
    private final Ground ground;
    private final Others others;

    LeastCompiler(Compiler compiler, Ground ground, Others others) {
        this.compiler = compiler;
        this.ground = ground;
        this.others = others;
    }

    @Nullable
    Indicator compile(Declared.Playbook playbook, Declared.Least declared) {
        String kind = ground.vocabulary().kinds().get(declared.kind());
        Names names = new Names(
                name -> name.startsWith(kind + ".")
                        ? others.candidate(declared.kind(), name.substring(kind.length() + 1), playbook.pack())
                        : compiler.reference(playbook, name),
                playbook.lines(),
                null,
                null);
        Formula where = declared.where();
        CheckedFormula least = CheckedFormula.check(declared.least(), names, ground.mistakes());
        CheckedFormula chosen = where == null ? null : CheckedFormula.check(where, names, ground.mistakes());
        if (least == null || (chosen == null) != (where == null)) {
            return null;
        }
        Usage usage = new Usage();
        Node value = Translator.translate(least, ground, usage, null, false);
        Node condition = chosen == null ? null : Translator.translate(chosen, ground, usage, null, false);
        if (!Results.takes(Indicator.Rollup.MIN).contains(value.kind())) {
            ground.mistakes()
                    .add(declared.least().place(), "least cannot be taken of " + Types.words(value.type()) + ".");
            return null;
        }
        if (condition != null && where != null && condition.kind() != Kind.BOOL) {
            ground.mistakes()
                    .add(where.place(), "where must be true or false, not " + Types.words(condition.type()) + ".");
            return null;
        }
        if (usage.others().isEmpty()) {
            ground.mistakes()
                    .add(
                            declared.least().place(),
                            "least weighs all subjects of kind " + kind + ", but reads nothing of them.",
                            "Write " + kind + ". before the name of an indicator of theirs.");
            return null;
        }
        return compiler.add(
                playbook,
                declared,
                null,
                declared.which() ? new ValueType(Kind.ID, kind) : value.type(),
                new Indicator.Least(
                        value.code(),
                        value.type(),
                        condition == null ? null : condition.code(),
                        usage.indicators(),
                        usage.others(),
                        usage.readsToday(),
                        declared.which()));
    }
}
