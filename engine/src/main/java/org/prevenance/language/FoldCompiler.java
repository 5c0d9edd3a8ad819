package org.prevenance.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.prevenance.expression.Expr;
import org.prevenance.expression.ValueType;
import org.prevenance.expression.ValueType.Kind;
import org.prevenance.playbook.Aggregation;
import org.prevenance.playbook.Each;
import org.prevenance.playbook.Fold;
import org.prevenance.playbook.Indicator;
import org.prevenance.playbook.Window;
import org.prevenance.text.Place;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;
import org.prevenance.vocabulary.FieldType;

/// Compiles one indicator that is made from events. Its expressions are checked once and compiled for each event type.
final class FoldCompiler {
    private static final int MOST_ALSO = 4;

    private final Declared.Folded declared;
    private final Ground ground;
    private final Function<String, @Nullable Reference> indicators;
    private final Map<String, Integer> lines;
    private final IntFunction<Indicator> compiled;
    private final Usage usage = new Usage();
    private boolean wrong;

    FoldCompiler(
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

    /// @param type what the whole fold gives
    record Compiled(Fold fold, ValueType type) {}

    /// @param since ordinal of the indicator from which on events count, or -1
    @Nullable
    Compiled compile(int since) {
        List<EventType> unlessTypes = declared.group().unless();
        for (EventType type : unlessTypes) {
            if (declared.types().contains(type)) {
                mistake(declared.place(), type.name() + " cannot stand in both of and unless.", null);
            }
        }
        checkEach();
        Names names = names(declared.types());
        List<EventType> own = new ArrayList<>(declared.types());
        own.addAll(unlessTypes);
        On on = on(own);
        Checks checks = new Checks(
                check(declared.value(), names),
                checkAll(declared.also(), names),
                check(declared.countIf(), names),
                check(declared.where(), names),
                checkAll(declared.group().by(), names),
                check(declared.group().apart(), names),
                checkAll(declared.group().sources(), names));
        if (wrong) {
            return null;
        }
        List<Typed> typed = new ArrayList<>();
        declared.types().forEach(type -> typed.add(feed(type, checks, on)));
        if (!unlessTypes.isEmpty()) {
            boolean repeated = declared.aggregation() instanceof Aggregation.Repeated;
            List<CheckedFormula> by =
                    repeated ? List.of() : checkAll(declared.group().by(), names(unlessTypes));
            CheckedFormula apart = repeated ? check(declared.group().apart(), names(unlessTypes)) : null;
            if (wrong) {
                return null;
            }
            unlessTypes.forEach(type -> typed.add(unless(type, checks, by, apart, on)));
        }
        return wrong ? null : assemble(typed, since, on.joins());
    }

    private Names names(List<EventType> types) {
        return new Names(indicators, lines, fields(types), null, false, joined());
    }

    private EventFields fields(List<EventType> types) {
        Declared.Each each = declared.each();
        return new EventFields(types, ground.vocabulary(), each == null ? null : each.list());
    }

    /// At least one of the types has the list whose items count.
    private void checkEach() {
        Declared.Each each = declared.each();
        if (each == null || declared.types().stream().anyMatch(type -> ItemFields.list(type, each.list()) != null)) {
            return;
        }
        String names =
                String.join(", ", declared.types().stream().map(EventType::name).toList());
        List<String> lists = declared.types().stream()
                .flatMap(type -> type.fields().stream())
                .filter(field -> field.type() == FieldType.ITEMS)
                .map(field -> Names.EVENT + "." + field.name())
                .distinct()
                .toList();
        mistake(
                each.place(),
                names + (declared.types().size() == 1 ? " has" : " have") + " no list of objects called " + each.list()
                        + ".",
                lists.isEmpty() ? null : "Maybe write each: " + String.join(" or ", lists) + ".");
    }

    /// The list of the type whose items count one by one, with the parts that were read; null where the event counts.
    private @Nullable Each each(EventType type) {
        Declared.Each each = declared.each();
        Field list = each == null ? null : ItemFields.list(type, each.list());
        if (list == null) {
            return null;
        }
        // all parts tell how many items there are: one that no item has is not held
        list.parts().forEach(part -> ground.slotsRead().get(type.ordinal()).set(part.slot()));
        return Each.of(
                type,
                list,
                list.parts().stream()
                        .filter(part -> usage.items().contains(part.name()))
                        .toList());
    }

    private Map<String, Names.Joined> joined() {
        Map<String, Names.Joined> joined = new LinkedHashMap<>();
        if (declared.with() != null) {
            for (Declared.Joined one : declared.with().joined()) {
                EventFields fields = new EventFields(List.of(one.type()), ground.vocabulary());
                joined.put(one.name(), new Names.Joined(joined.size(), one.type(), fields));
            }
        }
        return joined;
    }

    /// By what events find those that they are joined to.
    ///
    /// @param key its expression over the events of the fold; null: all of a type are one
    private record On(List<Fold.Join> joins, @Nullable CheckedFormula key) {}

    private On on(List<EventType> own) {
        Declared.With with = declared.with();
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
        return new On(joins, key);
    }

    /// The key of a joined event, which must be of the type that the event at hand has.
    private @Nullable Expr key(Formula formula, Declared.Joined joined, @Nullable ValueType type) {
        CheckedFormula checked = check(formula, keyNames(List.of(joined.type())));
        if (checked == null || type == null) {
            return null;
        }
        Node key = node(checked, joined.type());
        if (!key.type().equals(type)) {
            mistake(
                    formula.place(),
                    "This key is " + Types.words(type) + " in the event at hand and " + Types.words(key.type()) + " in "
                            + joined.type().name() + ".",
                    null);
        }
        return key.code();
    }

    /// A key is made of the event alone.
    private Names keyNames(List<EventType> types) {
        return new Names(_ -> null, Map.of(), new EventFields(types, ground.vocabulary()), null);
    }

    /// The checked expressions of a fold.
    private record Checks(
            @Nullable CheckedFormula value,
            List<CheckedFormula> also,
            @Nullable CheckedFormula countIf,
            @Nullable CheckedFormula where,
            List<CheckedFormula> by,
            @Nullable CheckedFormula apart,
            List<CheckedFormula> sources) {}

    /// One type's feed with the types of its value and keys.
    private record Typed(Fold.Feed feed, @Nullable ValueType value, List<ValueType> keys) {}

    private @Nullable CheckedFormula check(@Nullable Formula formula, Names names) {
        if (formula == null) {
            return null;
        }
        CheckedFormula checked = CheckedFormula.check(formula, names, ground.mistakes());
        wrong |= checked == null;
        return checked;
    }

    private List<CheckedFormula> checkAll(List<Formula> formulas, Names names) {
        List<CheckedFormula> all = new ArrayList<>();
        for (Formula formula : formulas) {
            CheckedFormula checked = check(formula, names);
            if (checked != null) {
                all.add(checked);
            }
        }
        return all;
    }

    private Typed feed(EventType type, Checks checks, On on) {
        Node value = checks.value() == null ? null : node(checks.value(), type);
        Expr where = condition(checks.where(), type);
        Expr countIf = condition(checks.countIf(), type);
        List<Node> keys = checks.by().stream().map(key -> node(key, type)).toList();
        Node apart = checks.apart() == null ? null : node(checks.apart(), type);
        Expr both = where == null ? countIf : countIf == null ? where : Logic.and(where, countIf);
        Fold.Feed feed = new Fold.Feed(
                type.ordinal(),
                both,
                value == null ? null : code(value, checks, type),
                keys.stream().map(Node::code).toList(),
                apart == null ? null : apart.code(),
                false,
                value == null ? -1 : value.currencySlot(),
                each(type),
                checks.also().stream().map(also -> node(also, type).code()).toList(),
                onKey(on, type));
        return new Typed(
                feed,
                value == null ? null : value.type(),
                keys.stream().map(Node::type).toList());
    }

    /// What an event brings: its value, and for texts that are compared their sources after it.
    private Expr code(Node value, Checks checks, EventType type) {
        if (!(declared.aggregation() instanceof Aggregation.Contradictions)) {
            return value.code();
        }
        List<Expr> sources = new ArrayList<>();
        for (CheckedFormula checked : checks.sources()) {
            Node source = node(checked, type);
            if (source.kind() != Kind.TEXT && source.kind() != Kind.TEXTS) {
                String what = Types.words(source.type());
                mistake(checked.formula().place(), "A source must be text or a list of texts, not " + what + ".", null);
            }
            sources.add(source.code());
        }
        return new Texts(ground.symbols()).listed(value.code(), sources);
    }

    private @Nullable Expr onKey(On on, EventType type) {
        CheckedFormula key = on.key();
        return key == null ? null : node(key, type).code();
    }

    /// The feed of a type that takes away, by the same key; of what is `repeated`, by what sets apart. Its `where`
    /// counts as far as the type declares the fields that it reads.
    private Typed unless(
            EventType type, Checks checks, List<CheckedFormula> by, @Nullable CheckedFormula apart, On on) {
        CheckedFormula where = checks.where();
        Expr condition = where != null && readable(where, type) ? condition(where, type) : null;
        List<Node> keys = by.stream().map(key -> node(key, type)).toList();
        List<Expr> codes = keys.stream().map(Node::code).toList();
        Expr from = apart == null ? null : node(apart, type).code();
        Fold.Feed feed = new Fold.Feed(
                type.ordinal(), condition, null, codes, from, true, -1, each(type), List.of(), onKey(on, type));
        return new Typed(feed, null, keys.stream().map(Node::type).toList());
    }

    private boolean readable(CheckedFormula where, EventType type) {
        EventFields fields = fields(List.of(type));
        ItemFields items = fields.items();
        return where.references().values().stream().allMatch(reference -> switch (reference) {
            case Reference.OfField(String path, ValueType _) -> reference.equals(fields.find(path));
            case Reference.OfItem(String _, String part, ValueType _) ->
                items != null && reference.equals(items.find(part));
            default -> true;
        });
    }

    private Node node(CheckedFormula checked, EventType type) {
        return Translator.translate(checked, ground, usage, type, false);
    }

    private @Nullable Expr condition(@Nullable CheckedFormula checked, EventType type) {
        if (checked == null) {
            return null;
        }
        Node node = node(checked, type);
        if (node.kind() != Kind.BOOL) {
            mistake(
                    checked.formula().place(),
                    "This must be true or false, not " + Types.words(node.type()) + ".",
                    null);
        }
        return node.code();
    }

    private @Nullable Compiled assemble(List<Typed> typed, int since, List<Fold.Join> joins) {
        Typed first = typed.getFirst();
        ValueType value = first.value() != null ? first.value() : withoutValue();
        checkValue(value);
        if (declared.also().size() > MOST_ALSO) {
            mistake(declared.aggregationPlace(), "changes takes at most " + (MOST_ALSO + 1) + " values.", null);
        }
        checkKeys(typed);
        checkWindow();
        List<ValueType> keys = first.keys();
        checkCompared(keys);
        ValueType group = Results.of(declared.aggregation(), value);
        for (Fold.Take inner : declared.group().inner()) {
            group = taken(inner, group, List.of());
            keys = keys.subList(0, Math.max(0, keys.size() - 1));
        }
        Fold.Having having = having(group, keys);
        Fold.Take take = declared.group().take();
        ValueType type = take == null ? group : taken(take, group, keys);
        if (wrong) {
            return null;
        }
        Set<Integer> depends = new TreeSet<>(usage.indicators());
        if (since >= 0) {
            depends.add(since);
        }
        Declared.Since written = declared.since();
        Fold fold = new Fold(
                countsDays() ? new Aggregation.DistinctDays() : declared.aggregation(),
                typed.stream().map(Typed::feed).toList(),
                value,
                declared.window(),
                since,
                written != null && written.orLife(),
                first.keys(),
                declared.group().by().stream().anyMatch(FoldCompiler::isDay),
                declared.group().inner(),
                take,
                having,
                joins,
                List.copyOf(depends),
                usage.others(),
                usage.readsToday());
        return new Compiled(fold, type);
    }

    /// Whether this is `distinct: event.day`.
    private boolean countsDays() {
        Formula value = declared.value();
        return declared.aggregation() instanceof Aggregation.Distinct && value != null && isDay(value);
    }

    private static boolean isDay(Formula formula) {
        return (Names.EVENT + ".day").equals(Names.dotted(formula.root()));
    }

    /// What stands as the type of the values where there is no value expression.
    private ValueType withoutValue() {
        return declared.aggregation() instanceof Aggregation.Interval
                ? ValueType.of(Kind.TIME)
                : ValueType.of(Kind.WHOLE);
    }

    private void checkValue(ValueType value) {
        if (declared.value() == null || Results.takes(declared.aggregation()).contains(value.kind())) {
            return;
        }
        String key = declared.aggregationPlace()
                .in()
                .text()
                .substring(
                        declared.aggregationPlace().start(),
                        declared.aggregationPlace().end());
        String hint = value.kind() == Kind.MONEY ? "Take the bare figure with amount(…)." : null;
        mistake(declared.value().place(), key + " cannot be taken of " + Types.words(value) + ".", hint);
    }

    private void checkKeys(List<Typed> typed) {
        for (Typed other : typed) {
            for (int i = 0; i < other.keys().size(); i++) {
                if (other.keys().get(i).kind() != typed.getFirst().keys().get(i).kind()) {
                    mistake(
                            declared.group().by().get(i).place(),
                            "This key is " + Types.words(typed.getFirst().keys().get(i)) + " in one event type and "
                                    + Types.words(other.keys().get(i)) + " in another.",
                            null);
                }
            }
        }
    }

    private void checkWindow() {
        boolean timed = !(declared.window() instanceof Window.Life || declared.window() instanceof Window.LastEvents);
        if (declared.aggregation() instanceof Aggregation.Rate && !timed) {
            mistake(declared.aggregationPlace(), "rate needs a window of time.", "Add over: 7d, for instance.");
        }
        if (declared.aggregation() instanceof Aggregation.Streak(Window.Unit each, long _)) {
            checkStreak(each);
        }
    }

    /// What `contradictions` needs.
    private void checkCompared(List<ValueType> keys) {
        if (!(declared.aggregation() instanceof Aggregation.Contradictions)) {
            return;
        }
        if (declared.window() instanceof Window.LastEvents) {
            mistake(
                    declared.aggregationPlace(),
                    "contradictions compares the latest text of each group: over takes no number of events.",
                    "Leave over out, or write over: 365d, for instance.");
        }
        if (keys.getFirst().kind() != Kind.TEXT) {
            mistake(
                    declared.group().by().getFirst().place(),
                    "The groups that are compared have a text for a key, not " + Types.words(keys.getFirst()) + ".",
                    "Write by: event.channel, for instance.");
        }
    }

    private void checkStreak(Window.Unit each) {
        if (each != Window.Unit.HOUR && each != Window.Unit.DAY) {
            mistake(declared.aggregationPlace(), "streak counts hours or days.", "Write each: day, for instance.");
        }
        boolean upToNow = switch (declared.window()) {
            case Window.Life _ -> true;
            case Window.Days span -> span.before() == 0;
            case Window.Sliding span -> span.before() == 0 && each == Window.Unit.HOUR;
            case Window.Calendar _, Window.LastEvents _ -> false;
        };
        if (!upToNow) {
            mistake(
                    declared.aggregationPlace(),
                    "A streak goes on up to now: its window is life, the last days, or the last hours for each: hour.",
                    "Leave over out, or write over: 30d, for instance.");
        }
    }

    private Fold.@Nullable Having having(ValueType group, List<ValueType> keys) {
        Formula formula = declared.group().having();
        if (formula == null) {
            return null;
        }
        CheckedFormula checked = check(
                formula,
                Names.ofGroup(
                        name -> sibling(name, keys),
                        lines,
                        group,
                        !declared.group().inner().isEmpty()));
        if (checked == null) {
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
