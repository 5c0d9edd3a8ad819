package org.prevenance.language;

import dev.cel.common.ast.CelExpr;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prevenance.expression.ValueType;
import org.prevenance.expression.ValueType.Kind;
import org.prevenance.text.Nearest;
import org.prevenance.vocabulary.EventType;

/// The names that an expression may use where it stands.
///
/// @param indicators what an indicator's name stands for; null where none is called so, or where it is itself wrong
/// @param declared   the line on which each indicator of the playbook is declared
/// @param fields     the event fields that may be read, by path; null outside of event expressions
/// @param group      the type of `value`; null outside of `having`
/// @param parts      whether `having` stands where groups were taken together before
/// @param joined     by name, what may be read of the earlier events joined to the event at hand
record Names(
        Function<String, @Nullable Reference> indicators,
        Map<String, Integer> declared,
        @Nullable EventFields fields,
        @Nullable ValueType group,
        boolean parts,
        Map<String, Joined> joined) {
    /// An earlier event that may be read.
    record Joined(int number, EventType type, EventFields fields) {}

    static final String EVENT = "event";
    private static final String PARTS = "parts";

    Names(
            Function<String, @Nullable Reference> indicators,
            Map<String, Integer> declared,
            @Nullable EventFields fields,
            @Nullable ValueType group) {
        this(indicators, declared, fields, group, false, Map.of());
    }

    /// Those of `having`.
    static Names ofGroup(
            Function<String, @Nullable Reference> indicators,
            Map<String, Integer> declared,
            ValueType group,
            boolean parts) {
        return new Names(indicators, declared, null, group, parts, Map.of());
    }

    /// The dotted name that `expr` writes, `event.lines.product`; null where it is not a name.
    static @Nullable String dotted(CelExpr expr) {
        return switch (expr.getKind()) {
            case IDENT -> expr.ident().name();
            case SELECT -> {
                String operand = dotted(expr.select().operand());
                yield operand == null ? null : operand + "." + expr.select().field();
            }
            default -> null;
        };
    }

    @Nullable
    Reference find(String name) {
        if (name.startsWith(EVENT + ".") && fields != null) {
            return fields.find(name.substring(EVENT.length() + 1));
        }
        ItemFields items = items();
        if (name.startsWith(ItemFields.ITEM + ".") && items != null) {
            return items.find(name.substring(ItemFields.ITEM.length() + 1));
        }
        Joined earlier = earlier(name);
        if (earlier != null) {
            Reference of = earlier.fields().find(field(name));
            return of == null ? null : new Reference.OfJoined(earlier.number(), earlier.type(), of);
        }
        return switch (name) {
            case "today" -> new Reference.OfClock(true, ValueType.of(Kind.DATE));
            case "now" -> new Reference.OfClock(false, ValueType.of(Kind.TIME));
            case "value" -> group == null ? indicators.apply(name) : new Reference.OfGroup(group);
            case PARTS -> parts ? new Reference.OfParts(ValueType.of(Kind.WHOLE)) : indicators.apply(name);
            default -> indicator(name);
        };
    }

    private @Nullable ItemFields items() {
        return fields == null ? null : fields.items();
    }

    private @Nullable Reference indicator(String name) {
        Reference found = indicators.apply(name);
        if (found instanceof Reference.OfPast) {
            return fields == null ? null : found;
        }
        if (!(found
                instanceof
                Reference.OfSomeNamed(String path, String kind, int ordinal, ValueType type, boolean then))) {
            return found;
        }
        Reference id = fields == null ? null : fields.find(path);
        if (id == null || id.type().kind() != Kind.ID) {
            return null;
        }
        String named = id.type().unit();
        return named == null || named.equals(kind) ? new Reference.OfNamed(id, ordinal, type, then) : null;
    }

    /// The earlier event of which `name` names a field.
    private @Nullable Joined earlier(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? null : joined.get(name.substring(0, dot));
    }

    private static String field(String name) {
        return name.substring(name.indexOf('.') + 1);
    }

    /// Why `name` is not known here; empty where it is an indicator that is itself wrong, which is said there.
    String unknown(String name) {
        if (name.equals(EVENT)) {
            return fields == null ? "event cannot be read here." : "event is not a value; read one of its fields.";
        }
        if (name.startsWith(EVENT + ".")) {
            String path = name.substring(EVENT.length() + 1);
            return fields == null ? "An event cannot be read here; only indicators can." : fields.unknown(path);
        }
        if (name.equals(PARTS) && group != null) {
            return "parts is how many groups were taken together: it needs a take of several steps.";
        }
        if (name.startsWith(ItemFields.ITEM + ".")) {
            ItemFields items = items();
            return items == null
                    ? "No item is at hand here; one is where each names a list."
                    : items.unknown(name.substring(ItemFields.ITEM.length() + 1));
        }
        if (name.equals(ItemFields.ITEM) && items() != null) {
            return "item is not a value; read one of its parts.";
        }
        Joined earlier = earlier(name);
        if (earlier != null) {
            return earlier.fields().unknown(field(name));
        }
        if (joined.containsKey(name)) {
            return name + " is not a value; read one of its fields.";
        }
        if (indicators.apply(name) instanceof Reference.OfSomeNamed some) {
            return unknown(name, some);
        }
        if (indicators.apply(name) instanceof Reference.OfPast) {
            return forEachEvent(name);
        }
        if (name.contains(".")) {
            return "No playbook declares the indicator " + name + ", or several do.";
        }
        return declared.containsKey(name) ? "" : name + " is not an indicator of this playbook.";
    }

    private String unknown(String name, Reference.OfSomeNamed some) {
        if (fields == null) {
            return forEachEvent(name);
        }
        Reference id = fields.find(some.path());
        return id == null
                ? fields.unknown(some.path())
                : name + " needs the id of a subject of kind " + some.kind() + "; event." + some.path() + " is "
                        + Types.words(id.type()) + ".";
    }

    private static String forEachEvent(String name) {
        return name + " is read for each event; only where, by and the values of indicators can use it.";
    }

    /// What the author probably meant; null where nothing is near.
    @Nullable
    String hint(String name) {
        EventFields readable = fields;
        if (name.startsWith(EVENT + ".")) {
            String path = name.substring(EVENT.length() + 1);
            String near = readable == null ? null : Nearest.to(path, readable.paths());
            if (readable == null) {
                return "Keep an indicator for it, such as {last: " + name + ", …}, and use that.";
            }
            return near == null || readable.holdsSeveral(path) ? null : "Maybe write " + EVENT + "." + near + ".";
        }
        if (name.equals(PARTS) && group != null) {
            return "Write take: [min, mean], for instance.";
        }
        if (name.startsWith(ItemFields.ITEM + ".")) {
            ItemFields items = items();
            String near = items == null ? null : items.near(name.substring(ItemFields.ITEM.length() + 1));
            return items == null
                    ? "Add each: event.lines, for instance."
                    : near == null ? null : "Maybe write " + ItemFields.ITEM + "." + near + ".";
        }
        Joined earlier = earlier(name);
        if (earlier != null) {
            String near = Nearest.to(field(name), earlier.fields().paths());
            return near == null || earlier.fields().holdsSeveral(field(name))
                    ? null
                    : "Maybe write " + name.substring(0, name.indexOf('.')) + "." + near + ".";
        }
        if (joined.containsKey(name)) {
            return "Ask has(" + name + ".time), for instance.";
        }
        if (readable != null && readable.find(name) != null) {
            return "Maybe write " + EVENT + "." + name + ".";
        }
        String near = Nearest.to(name, declared.keySet());
        return near == null ? null : "Maybe write " + near + ", declared on line " + declared.get(near) + ".";
    }
}
