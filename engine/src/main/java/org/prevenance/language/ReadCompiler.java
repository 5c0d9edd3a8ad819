package org.prevenance.language;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prevenance.expression.ValueType;
import org.prevenance.expression.ValueType.Kind;
import org.prevenance.playbook.Aggregation;
import org.prevenance.playbook.Fold;
import org.prevenance.playbook.Indicator;
import org.prevenance.text.Yaml;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;

/// Compiles indicators that are read of another subject, `{read: monthly, of: offer}`.
final class ReadCompiler {
    private final Compiler compiler;
    private final Ground ground;
    private final Others others;

    ReadCompiler(Compiler compiler, Ground ground, Others others) {
        this.compiler = compiler;
        this.ground = ground;
        this.others = others;
    }

    @Nullable
    Indicator compile(Declared.Playbook playbook, Declared.Read declared) {
        Indicator subject = subject(playbook, declared);
        Indicator other = others.find(playbook, declared.read(), declared.kind());
        if (subject == null || other == null) {
            return null;
        }
        Yaml.Scalar at = declared.at();
        if (other.source() instanceof Indicator.Folded(Fold fold) && fold.isTable()) {
            return table(playbook, declared, other, fold, subject);
        }
        if (at != null) {
            ground.mistakes().add(at.place(), other.name() + " has one value, and none at a key.", "Leave at out.");
            return null;
        }
        return compiler.add(
                playbook, declared, null, other.type(), new Indicator.Read(other.ordinal(), subject.ordinal(), -1));
    }

    /// Another subject's table, read at the key that an indicator of the playbook holds.
    private @Nullable Indicator table(
            Declared.Playbook playbook, Declared.Read declared, Indicator other, Fold fold, Indicator subject) {
        Yaml.Scalar at = declared.at();
        if (at == null) {
            ground.mistakes()
                    .add(
                            declared.read().place(),
                            other.name() + " has a value for each " + keys(fold) + "; this does not say for which.",
                            "Add at: with the indicator that holds the key.");
            return null;
        }
        Indicator key = compiler.single(compiler.named(playbook, at), at.place());
        if (key == null) {
            return null;
        }
        ValueType wanted = fold.groupTypes().getFirst();
        boolean fits = key.type().kind() == wanted.kind()
                && (wanted.kind() != Kind.ID || Objects.equals(key.type().unit(), wanted.unit()));
        if (!fits || fold.groupTypes().size() > 1) {
            ground.mistakes()
                    .add(
                            at.place(),
                            other.name() + " has a value for each " + keys(fold) + "; " + key.name() + " is "
                                    + Types.words(key.type()) + ".",
                            fold.groupTypes().size() > 1
                                    ? "Only an indicator with a single key can be read at one."
                                    : null);
            return null;
        }
        return compiler.add(
                playbook,
                declared,
                null,
                other.type(),
                new Indicator.Read(other.ordinal(), subject.ordinal(), key.ordinal()));
    }

    private static String keys(Fold fold) {
        return String.join(
                " and ", fold.groupTypes().stream().map(ReadCompiler::key).toList());
    }

    private static String key(ValueType type) {
        String unit = type.unit();
        return type.kind() == Kind.ID && unit != null
                ? unit
                : Types.words(type.kind()).replaceFirst("^an? ", "");
    }

    /// The indicator that names the other subject.
    private @Nullable Indicator subject(Declared.Playbook playbook, Declared.Read declared) {
        String kind = ground.vocabulary().kinds().get(declared.kind());
        Yaml.Scalar written = declared.id();
        if (written == null) {
            List<String> naming = playbook.indicators().values().stream()
                    .filter(indicator -> names(indicator, declared.kind()))
                    .map(Declared.Indicator::name)
                    .toList();
            if (naming.size() == 1) {
                return compiler.indicator(playbook, naming.getFirst());
            }
            String hint = naming.isEmpty()
                    ? "Declare one, such as {last: event." + kind
                            + "Id, …}, or {last: event.subject, …} of events about one."
                    : "Add id: with one of " + String.join(", ", naming) + ".";
            ground.mistakes()
                    .add(
                            declared.place(),
                            (naming.isEmpty() ? "No indicator here names" : "Several indicators here name")
                                    + " a subject of kind " + kind + ".",
                            hint);
            return null;
        }
        Indicator subject = compiler.single(compiler.named(playbook, written), written.place());
        if (subject != null
                && subject.type().kind() != Kind.TEXT
                && (subject.type().kind() != Kind.ID
                        || !kind.equals(subject.type().unit()))) {
            ground.mistakes()
                    .add(
                            written.place(),
                            written.text() + " must be the id of a subject of kind " + kind + "; it is "
                                    + Types.words(subject.type()) + ".");
            return null;
        }
        return subject;
    }

    /// Whether the indicator is the first or last value of an id field of this kind, or of the subject of such events.
    private static boolean names(Declared.Indicator indicator, int kind) {
        if (!(indicator instanceof Declared.Folded folded)
                || folded.value() == null
                || !folded.group().by().isEmpty()
                || !(folded.aggregation() instanceof Aggregation.Last
                        || folded.aggregation() instanceof Aggregation.First)) {
            return false;
        }
        String name = Names.dotted(folded.value().root());
        if (name == null || !name.startsWith(Names.EVENT + ".")) {
            return false;
        }
        String path = name.substring(Names.EVENT.length() + 1);
        return folded.types().stream().anyMatch(type -> {
            Field field = type.field(path);
            return field != null
                    ? field.type() == FieldType.ID && field.kind() == kind
                    : path.equals("subject") && type.subjectKinds().equals(List.of(kind));
        });
    }

    /// What an expression over an event means by the name of what is read for each event; null where it is read once
    /// for
    /// the subject, or is wrong, which is reported.
    @Nullable
    Reference ofEvent(Declared.Playbook playbook, Declared.Read read) {
        String path = read.eventField();
        if (path == null) {
            return past(playbook, read);
        }
        Indicator other = others.single(playbook, read.read(), read.kind());
        String kind = ground.vocabulary().kinds().get(read.kind());
        return other == null ? null : new Reference.OfSomeNamed(path, kind, other.ordinal(), other.type(), read.then());
    }

    /// What another subject's indicator was when the event at hand happened.
    private @Nullable Reference past(Declared.Playbook playbook, Declared.Read read) {
        Indicator subject = subject(playbook, read);
        Indicator other = others.single(playbook, read.read(), read.kind());
        if (subject == null || other == null) {
            return null;
        }
        if (subject.type().kind() != Kind.ID) {
            ground.mistakes()
                    .add(
                            read.place(),
                            subject.name() + " must be an id where then is true; it is " + Types.words(subject.type())
                                    + ".");
            return null;
        }
        Reference id = new Reference.OfIndicator(subject.ordinal(), subject.type());
        return new Reference.OfPast(id, other.ordinal(), other.type());
    }
}
