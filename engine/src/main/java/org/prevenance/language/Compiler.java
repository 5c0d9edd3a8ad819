package org.prevenance.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.prevenance.expression.ValueType;
import org.prevenance.expression.ValueType.Kind;
import org.prevenance.playbook.Aggregation;
import org.prevenance.playbook.Fold;
import org.prevenance.playbook.Indicator;
import org.prevenance.playbook.Window;
import org.prevenance.text.NamedText;
import org.prevenance.text.Nearest;
import org.prevenance.text.Place;
import org.prevenance.text.Yaml;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;

/// Compiles the indicators of all playbooks, each after those that it reads, whatever the order of writing.
final class Compiler {
    private final Ground ground;
    private final List<Declared.Playbook> playbooks;
    private final Reach reach;
    private final List<Indicator> compiled = new ArrayList<>();
    private final Map<Key, State> states = new HashMap<>();
    private final Deque<Key> path = new ArrayDeque<>();

    private record Key(NamedText file, String name) {}

    private sealed interface State {
        record Started() implements State {}

        record Wrong() implements State {}

        record Done(Indicator indicator) implements State {}
    }

    Compiler(Ground ground, List<Declared.Playbook> playbooks) {
        this.ground = ground;
        this.playbooks = playbooks;
        reach = new Reach(ground.vocabulary());
    }

    /// By ordinal.
    List<Indicator> indicators() {
        return compiled;
    }

    void compileAll() {
        for (Declared.Playbook playbook : playbooks) {
            playbook.indicators().keySet().forEach(name -> reference(playbook, name));
        }
    }

    /// The names that an expression of the playbook may use outside of events.
    Names names(Declared.Playbook playbook) {
        return new Names(name -> reference(playbook, name), playbook.lines(), null, null);
    }

    private @Nullable Reference reference(Declared.Playbook playbook, String name) {
        if (playbook.indicators().get(name) instanceof Declared.Read read && read.eventField() instanceof String path) {
            Indicator other = theirs(playbook, read.read(), read.kind());
            String kind = ground.vocabulary().kinds().get(read.kind());
            return other == null
                    ? null
                    : new Reference.OfSomeNamed(path, kind, other.ordinal(), other.type(), read.then());
        }
        if (playbook.indicators().get(name) instanceof Declared.Read read && read.then()) {
            return past(playbook, read);
        }
        Indicator indicator = indicator(playbook, name);
        if (indicator == null) {
            return null;
        }
        return indicator.source() instanceof Indicator.Folded(Fold fold) && fold.isTable()
                ? new Reference.OfTable(indicator.ordinal(), indicator.type(), fold.groupTypes())
                : new Reference.OfIndicator(indicator.ordinal(), indicator.type());
    }

    /// What another subject's indicator was when the event at hand happened.
    private @Nullable Reference past(Declared.Playbook playbook, Declared.Read read) {
        Indicator subject = subject(playbook, read);
        Indicator other = theirs(playbook, read.read(), read.kind());
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

    /// Null where the playbook declares no such indicator, or a wrong one, which is reported.
    @Nullable
    Indicator indicator(Declared.Playbook playbook, String name) {
        Declared.Indicator declared = playbook.indicators().get(name);
        return declared == null ? null : indicator(playbook, declared);
    }

    private @Nullable Indicator indicator(Declared.Playbook playbook, Declared.Indicator declared) {
        Key key = new Key(playbook.file(), declared.name());
        switch (states.get(key)) {
            case State.Done(Indicator indicator) -> {
                return indicator;
            }
            case State.Wrong _ -> {
                return null;
            }
            case State.Started _ -> {
                circle(key, declared);
                return null;
            }
            case null -> {}
        }
        states.put(key, new State.Started());
        path.addLast(key);
        Indicator indicator = switch (declared) {
            case Declared.Folded folded -> folded(playbook, folded);
            case Declared.Derived derived -> derived(playbook, derived);
            case Declared.Read read -> read(playbook, read);
            case Declared.Peers peers -> peers(playbook, peers);
            case Declared.Gathered gathered -> gathered(playbook, gathered);
            case Declared.Least least -> least(playbook, least);
        };
        path.removeLast();
        states.put(key, indicator == null ? new State.Wrong() : new State.Done(indicator));
        return indicator;
    }

    private void circle(Key key, Declared.Indicator declared) {
        StringBuilder way = new StringBuilder();
        boolean inside = false;
        for (Key step : path) {
            inside |= step.equals(key);
            if (inside) {
                way.append(step.name()).append(" reads ");
            }
        }
        ground.mistakes()
                .add(
                        declared.place(),
                        "Indicators cannot read each other in a circle: " + way + key.name() + ".",
                        "One of them must be made from events or from others alone.");
    }

    private Indicator add(
            Declared.Playbook playbook,
            Declared.Indicator declared,
            @Nullable String purpose,
            ValueType type,
            Indicator.Source source) {
        Indicator indicator = new Indicator(
                compiled.size(),
                playbook.name(),
                declared.name(),
                playbook.about(),
                purpose,
                type,
                source,
                declared.title().fr(),
                declared.title().en(),
                declared.place().line());
        compiled.add(indicator);
        return indicator;
    }

    private @Nullable Indicator folded(Declared.Playbook playbook, Declared.Folded declared) {
        List<EventType> types = new ArrayList<>(declared.types());
        if (declared.with() != null) {
            declared.with().joined().forEach(joined -> types.add(joined.type()));
        }
        for (EventType type : types) {
            if (!reach.concerns(type, playbook.about())) {
                String kind = ground.vocabulary().kinds().get(playbook.about());
                ground.mistakes()
                        .add(
                                declared.place(),
                                type.name() + " never concerns the kind " + kind
                                        + ": it is not about one, names none, and no link leads there.");
                return null;
            }
        }
        int since = -1;
        if (declared.since() != null) {
            Indicator from = since(playbook, declared, declared.since());
            if (from == null) {
                return null;
            }
            since = from.ordinal();
        }
        FoldCompiler compiler =
                new FoldCompiler(declared, ground, name -> reference(playbook, name), playbook.lines(), compiled::get);
        FoldCompiler.Compiled fold = compiler.compile(since);
        return fold == null
                ? null
                : add(playbook, declared, declared.purpose(), fold.type(), new Indicator.Folded(fold.fold()));
    }

    /// The indicator that `since` names; for an event type, the time of its latest event.
    private @Nullable Indicator since(Declared.Playbook playbook, Declared.Folded declared, Declared.Since since) {
        if (!playbook.lines().containsKey(since.name())) {
            EventType type = ground.vocabulary().type(since.name());
            if (type != null) {
                return indicator(playbook, lastTimeOf(type, declared, since));
            }
            TreeSet<String> known = new TreeSet<>(playbook.lines().keySet());
            ground.vocabulary().types().forEach(declaredType -> known.add(declaredType.name()));
            ground.mistakes()
                    .unknown(
                            since.place(),
                            since.name() + " is neither an indicator of this playbook nor an event type.",
                            since.name(),
                            known);
            return null;
        }
        Indicator from = single(indicator(playbook, since.name()), since.place());
        if (from != null && from.type().kind() != Kind.TIME && from.type().kind() != Kind.DATE) {
            ground.mistakes()
                    .add(
                            since.place(),
                            "since needs a time or a date; " + since.name() + " is " + Types.words(from.type()) + ".");
            return null;
        }
        return from;
    }

    private Declared.Folded lastTimeOf(EventType type, Declared.Folded declared, Declared.Since since) {
        Yaml.Scalar text = new Yaml.Scalar(
                since.place(), "event.time", Yaml.Type.TEXT, new int[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        Formula time = Objects.requireNonNull(Formula.parse(text, ground.mistakes()));
        Declared.Title title = new Declared.Title("dernier " + type.name(), "last " + type.name());
        Declared.Group none = new Declared.Group(List.of(), List.of(), List.of(), null, null, null, List.of());
        return new Declared.Folded(
                since.place(),
                "last:" + type.name() + ":" + declared.purpose(),
                title,
                new Aggregation.Last(),
                since.place(),
                time,
                List.of(),
                null,
                List.of(type),
                null,
                null,
                new Window.Life(),
                null,
                none,
                null,
                declared.purpose());
    }

    private @Nullable Indicator derived(Declared.Playbook playbook, Declared.Derived declared) {
        CheckedFormula checked = CheckedFormula.check(declared.value(), names(playbook), ground.mistakes());
        if (checked == null) {
            return null;
        }
        Usage usage = new Usage();
        Node node = Translator.translate(checked, ground, usage, null, true);
        Indicator.Derived source =
                new Indicator.Derived(node.code(), usage.indicators(), usage.readsToday(), usage.timers());
        return add(playbook, declared, null, node.type(), source);
    }

    private @Nullable Indicator read(Declared.Playbook playbook, Declared.Read declared) {
        Indicator subject = subject(playbook, declared);
        Indicator other = other(playbook, declared.read(), declared.kind());
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
        return add(playbook, declared, null, other.type(), new Indicator.Read(other.ordinal(), subject.ordinal(), -1));
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
        Indicator key = single(named(playbook, at), at.place());
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
        return add(
                playbook,
                declared,
                null,
                other.type(),
                new Indicator.Read(other.ordinal(), subject.ordinal(), key.ordinal()));
    }

    private static String keys(Fold fold) {
        return String.join(
                " and ", fold.groupTypes().stream().map(Compiler::key).toList());
    }

    private static String key(ValueType type) {
        String unit = type.unit();
        return type.kind() == Kind.ID && unit != null
                ? unit
                : Types.words(type.kind()).replaceFirst("^an? ", "");
    }

    /// The indicator, unless it has a value for each key, which is then reported.
    private @Nullable Indicator single(@Nullable Indicator indicator, Place place) {
        if (indicator == null || !indicator.isTable()) {
            return indicator;
        }
        ground.mistakes()
                .add(place, indicator.name() + " has a value for each key of its by, not one.", Reference.OfTable.HINT);
        return null;
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
                return indicator(playbook, naming.getFirst());
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
        Indicator subject = single(named(playbook, written), written.place());
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

    /// The indicator that is read of the other subject, in whatever playbook about its kind.
    private @Nullable Indicator other(Declared.Playbook reader, Yaml.Scalar read, int otherKind) {
        String text = read.text();
        String name = text.substring(text.lastIndexOf('.') + 1);
        String in = text.contains("/") && text.contains(".") ? text.substring(0, text.lastIndexOf('.')) : null;
        List<Declared.Playbook> about = playbooks.stream()
                .filter(playbook -> playbook.about() == otherKind
                        && (in == null || playbook.name().equals(in)))
                .toList();
        List<Declared.Playbook> found = about.stream()
                .filter(playbook -> playbook.lines().containsKey(name))
                .toList();
        List<Declared.Playbook> own = found.stream()
                .filter(playbook -> playbook.pack().equals(reader.pack()))
                .toList();
        if (found.size() == 1 || own.size() == 1) {
            return indicator(found.size() == 1 ? found.getFirst() : own.getFirst(), name);
        }
        String kind = ground.vocabulary().kinds().get(otherKind);
        if (found.isEmpty()) {
            SortedSet<String> known = new TreeSet<>();
            about.forEach(playbook -> known.addAll(playbook.lines().keySet()));
            ground.mistakes()
                    .unknown(
                            read.place(),
                            "No playbook about the kind " + kind + " declares " + text + ".",
                            name,
                            known);
        } else {
            ground.mistakes()
                    .add(
                            read.place(),
                            "Several playbooks about the kind " + kind + " declare " + text + ".",
                            "Write " + found.getFirst().name() + "." + name + ", for instance.");
        }
        return null;
    }

    private @Nullable Indicator peers(Declared.Playbook playbook, Declared.Peers declared) {
        Indicator of = single(named(playbook, declared.of()), declared.of().place());
        Indicator among =
                single(named(playbook, declared.among()), declared.among().place());
        if (of == null || among == null) {
            return null;
        }
        return gathered(playbook, declared, declared.rollup(), of, null, among, among.ordinal(), declared.of());
    }

    private @Nullable Indicator gathered(Declared.Playbook playbook, Declared.Gathered declared) {
        Indicator value = theirs(playbook, declared.value(), declared.kind());
        Indicator where = theirs(playbook, declared.where(), declared.kind());
        Indicator by = theirs(playbook, declared.by(), declared.kind());
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

    private @Nullable Indicator least(Declared.Playbook playbook, Declared.Least declared) {
        String kind = ground.vocabulary().kinds().get(declared.kind());
        Names names = new Names(
                name -> name.startsWith(kind + ".")
                        ? candidate(declared.kind(), name.substring(kind.length() + 1), playbook.pack())
                        : reference(playbook, name),
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
        return add(
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

    /// An indicator of the subjects that are weighed; null where no playbook about them declares it, or several do and
    /// none of this pack.
    private @Nullable Reference candidate(int kind, String name, String pack) {
        List<Declared.Playbook> found = playbooks.stream()
                .filter(playbook -> playbook.about() == kind && playbook.lines().containsKey(name))
                .toList();
        List<Declared.Playbook> own =
                found.stream().filter(playbook -> playbook.pack().equals(pack)).toList();
        if (found.size() != 1 && own.size() != 1) {
            return null;
        }
        Indicator indicator = indicator(found.size() == 1 ? found.getFirst() : own.getFirst(), name);
        return indicator == null || indicator.isTable()
                ? null
                : new Reference.OfCandidate(indicator.ordinal(), indicator.type());
    }

    /// An indicator of another kind of subject that has one value; null also where none is written.
    private @Nullable Indicator theirs(Declared.Playbook playbook, Yaml.@Nullable Scalar written, int kind) {
        return written == null ? null : single(other(playbook, written, kind), written.place());
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
        return add(
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

    private @Nullable Indicator named(Declared.Playbook playbook, Yaml.Scalar name) {
        if (!playbook.lines().containsKey(name.text())) {
            unknownIndicator(playbook, name.place(), name.text());
            return null;
        }
        if (playbook.indicators().get(name.text()) instanceof Declared.Read read && read.perEvent()) {
            ground.mistakes()
                    .add(
                            name.place(),
                            name.text()
                                    + " is read for each event; only where, by and the values of indicators can use it.");
            return null;
        }
        return indicator(playbook, name.text());
    }

    void unknownIndicator(Declared.Playbook playbook, Place place, String name) {
        String near = Nearest.to(name, playbook.lines().keySet());
        ground.mistakes()
                .add(
                        place,
                        name + " is not an indicator of this playbook.",
                        near == null
                                ? null
                                : "Maybe write " + near + ", declared on line "
                                        + playbook.lines().get(near) + ".");
    }
}
