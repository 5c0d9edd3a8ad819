package org.prevenance.language;

import java.util.ArrayList;
import java.util.List;
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
import org.prevenance.text.Place;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Field;

/// Compiles one indicator that is made from events. Its expressions are checked once and compiled for each event type.
final class FoldCompiler {
    private final Declared.Folded declared;
    private final Ground ground;
    private final Function<String, @Nullable Reference> indicators;
    private final Map<String, Integer> lines;
    private final IntFunction<Indicator> compiled;
    private final Usage usage = new Usage();
    private final FoldRules rules;
    private final JoinCompiler joins;
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
        rules = new FoldRules(declared, ground.mistakes());
        joins = new JoinCompiler(declared.with(), ground, usage);
    }

    /// @param type what the whole fold gives
    record Compiled(Fold fold, ValueType type) {}

    /// @param since ordinal of the indicator from which on events count, or -1
    @Nullable
    Compiled compile(int since) {
        List<EventType> unlessTypes = declared.group().unless();
        int before = ground.mistakes().size();
        rules.types();
        rules.list();
        wrong |= ground.mistakes().size() > before;
        Names names = names(declared.types());
        List<EventType> own = new ArrayList<>(declared.types());
        own.addAll(unlessTypes);
        JoinCompiler.On on = joins.compile(own);
        Checks checks = new Checks(
                check(declared.value(), names),
                checkAll(declared.also(), names),
                check(declared.countIf(), names),
                check(declared.where(), names),
                checkAll(declared.group().by(), names),
                check(declared.group().apart(), names),
                checkAll(declared.group().sources(), names));
        if (wrong || on == null) {
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
        return new Names(indicators, lines, fields(types), null, false, joins.names());
    }

    private EventFields fields(List<EventType> types) {
        Declared.Each each = declared.each();
        return new EventFields(types, ground.vocabulary(), each == null ? null : each.list());
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

    private Typed feed(EventType type, Checks checks, JoinCompiler.On on) {
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

    private @Nullable Expr onKey(JoinCompiler.On on, EventType type) {
        CheckedFormula key = on.key();
        return key == null ? null : node(key, type).code();
    }

    /// The feed of a type that takes away, by the same key; of what is `repeated`, by what sets apart. Its `where`
    /// counts as far as the type declares the fields that it reads.
    private Typed unless(
            EventType type,
            Checks checks,
            List<CheckedFormula> by,
            @Nullable CheckedFormula apart,
            JoinCompiler.On on) {
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
        int before = ground.mistakes().size();
        rules.value(value);
        rules.keys(typed.stream().map(Typed::keys).toList());
        rules.window();
        rules.compared(first.keys());
        wrong |= ground.mistakes().size() > before;
        GroupCompiler.Compiled groups = new GroupCompiler(declared, ground, indicators, lines, compiled)
                .compile(Results.of(declared.aggregation(), value), first.keys());
        if (wrong || groups == null) {
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
                declared.group().take(),
                groups.having(),
                joins,
                List.copyOf(depends),
                usage.others(),
                usage.readsToday());
        return new Compiled(fold, groups.type());
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

    private void mistake(Place place, String what, @Nullable String hint) {
        ground.mistakes().add(place, what, hint);
        wrong = true;
    }
}
