package org.prevenance.language;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prevenance.expression.ValueType;
import org.prevenance.expression.ValueType.Kind;
import org.prevenance.playbook.Indicator;
import org.prevenance.text.Yaml;

/// Compiles indicators that are rolled up over many subjects.
final class GatherCompiler {
    private final Compiler compiler;
    private final Ground ground;
    private final Others others;

    GatherCompiler(Compiler compiler, Ground ground, Others others) {
        this.compiler = compiler;
        this.ground = ground;
        this.others = others;
    }

    /// `{peers: median, of: usage, among: postcode}`: over the subjects of the same kind that share a key.
    @Nullable
    Indicator peers(Declared.Playbook playbook, Declared.Peers declared) {
        Indicator of = compiler.single(
                compiler.named(playbook, declared.of()), declared.of().place());
        Indicator among = compiler.single(
                compiler.named(playbook, declared.among()), declared.among().place());
        if (of == null || among == null) {
            return null;
        }
        return gathered(playbook, declared, declared.rollup(), of, null, among, among.ordinal(), declared.of());
    }

    /// `{gather: count, of: contract, by: offer_now}`: over the subjects of another kind that name this one.
    @Nullable
    Indicator gathered(Declared.Playbook playbook, Declared.Gathered declared) {
        Indicator value = others.single(playbook, declared.value(), declared.kind());
        Indicator where = others.single(playbook, declared.where(), declared.kind());
        Indicator by = others.single(playbook, declared.by(), declared.kind());
        if (by == null
                || (value == null) != (declared.value() == null)
                || (where == null) != (declared.where() == null)) {
            return null;
        }
        if (where != null && where.type().kind() != Kind.BOOL) {
            ground.mistakes()
                    .add(
                            Objects.requireNonNull(declared.where()).place(),
                            "where names an indicator that is true or false; " + where.name() + " is "
                                    + Types.words(where.type()) + ".",
                            "Declare one there, such as in_force: {value: \"!has(ended)\"}.");
            return null;
        }
        String about = ground.vocabulary().kinds().get(playbook.about());
        boolean names = by.type().kind() == Kind.TEXT
                || by.type().kind() == Kind.ID && about.equals(by.type().unit());
        if (!names) {
            ground.mistakes()
                    .add(
                            declared.by().place(),
                            "by must name a subject of kind " + about + "; " + by.name() + " is "
                                    + Types.words(by.type()) + ".");
            return null;
        }
        return gathered(playbook, declared, declared.rollup(), value, where, by, -1, declared.by());
    }

    /// @param key   ordinal of the reader's own key, or -1
    /// @param place where to point when the values cannot be rolled up so
    private @Nullable Indicator gathered(
            Declared.Playbook playbook,
            Declared.Indicator declared,
            Indicator.Rollup rollup,
            @Nullable Indicator value,
            @Nullable Indicator where,
            Indicator by,
            int key,
            Yaml.Scalar place) {
        ValueType type = value == null ? ValueType.of(Kind.WHOLE) : value.type();
        if (!Results.takes(rollup).contains(type.kind())) {
            ground.mistakes()
                    .add(
                            place.place(),
                            rollup.name().toLowerCase(Locale.ROOT) + " cannot be taken of " + Types.words(type) + ".");
            return null;
        }
        return compiler.add(
                playbook,
                declared,
                null,
                Results.of(rollup, type),
                new Indicator.Gathered(
                        rollup,
                        value == null ? -1 : value.ordinal(),
                        where == null ? -1 : where.ordinal(),
                        by.ordinal(),
                        key));
    }
}
