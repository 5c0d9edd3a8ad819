package org.prevenance.language;

import static org.prevenance.event.Raw.ABSENT;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;
import org.prevenance.expression.Expr;
import org.prevenance.expression.Numbers;
import org.prevenance.expression.ValueType;
import org.prevenance.expression.ValueType.Kind;
import org.prevenance.playbook.Fold;
import org.prevenance.vocabulary.EventType;

/// Turns a checked expression into closures over raw longs, and checks units on the way.
///
/// `/` between wholes gives a number, so that a mean of counts is not cut short; all else is as in CEL, with absence in
/// the place of CEL's errors.
final class Translator {
    private final CheckedFormula checked;
    private final Ground ground;
    private final Usage usage;
    private final @Nullable EventReads event;
    private final boolean mayWait;
    private final Texts texts;
    private final Calls calls;

    /// @param type    the type of the event at hand; null outside of event expressions
    /// @param mayWait whether `elapsed` may be used: only where the engine keeps a timer for it
    private Translator(CheckedFormula checked, Ground ground, Usage usage, @Nullable EventType type, boolean mayWait) {
        this.checked = checked;
        this.ground = ground;
        this.usage = usage;
        this.mayWait = mayWait;
        event = type == null ? null : new EventReads(type, ground);
        texts = new Texts(ground.symbols());
        calls = new Calls(ground, usage, this::wrong);
    }

    static Node translate(
            CheckedFormula checked, Ground ground, Usage usage, @Nullable EventType type, boolean mayWait) {
        return new Translator(checked, ground, usage, type, mayWait).node(checked.root());
    }

    private Node node(CelExpr expr) {
        return switch (expr.getKind()) {
            case CONSTANT -> constant(expr.constant());
            case IDENT -> reference(Objects.requireNonNull(checked.references().get(expr.id())));
            case LIST -> list(expr);
            case CALL -> call(expr, expr.call());
            default -> throw new IllegalStateException("CEL's checker let through: " + expr.getKind());
        };
    }

    private Node constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case BOOLEAN_VALUE -> Node.constant(ValueType.of(Kind.BOOL), constant.booleanValue() ? 1 : 0);
            case INT64_VALUE -> Node.constant(ValueType.of(Kind.WHOLE), constant.int64Value());
            case DOUBLE_VALUE -> Node.constant(ValueType.of(Kind.NUMBER), Numbers.raw(constant.doubleValue()));
            case STRING_VALUE ->
                Node.constant(ValueType.of(Kind.TEXT), ground.symbols().of(constant.stringValue()));
            default -> throw new IllegalStateException("No such constant: " + constant.getKind());
        };
    }

    private Node reference(Reference reference) {
        ValueType type = reference.type();
        return switch (reference) {
            case Reference.OfIndicator(int ordinal, ValueType _) -> {
                usage.indicator(ordinal);
                yield Node.of(type, scope -> scope.indicator(ordinal));
            }
            case Reference.OfTable _ -> throw new IllegalStateException("A table has no one value.");
            case Reference.OfNamed(Reference id, int ordinal, ValueType _, boolean then) -> {
                usage.other(ordinal);
                Expr subject = reference(id).code();
                yield Node.of(type, scope -> {
                    long named = subject.eval(scope);
                    if (named == ABSENT) {
                        return ABSENT;
                    }
                    return then ? scope.otherThen(ordinal, named, scope.event().known()) : scope.other(ordinal, named);
                });
            }
            case Reference.OfPast(Reference id, int ordinal, ValueType _) -> {
                usage.other(ordinal);
                Expr subject = reference(id).code();
                yield Node.of(type, scope -> {
                    long named = subject.eval(scope);
                    return named == ABSENT
                            ? ABSENT
                            : scope.otherThen(ordinal, named, scope.event().time());
                });
            }
            case Reference.OfCandidate(int ordinal, ValueType _) -> {
                usage.other(ordinal);
                yield Node.of(type, scope -> scope.other(ordinal, scope.candidate()));
            }
            case Reference.OfSomeNamed _ -> throw new IllegalStateException("No event is at hand.");
            case Reference.OfField(String path, ValueType _) -> {
                usage.field(path);
                yield Objects.requireNonNull(event).field(path, type);
            }
            case Reference.OfItem item -> Objects.requireNonNull(event).item(item, usage);
            case Reference.OfEvent(Reference.Part part, ValueType _) ->
                Objects.requireNonNull(event).part(part, type);
            case Reference.OfGroup _ -> Node.of(type, scope -> scope.indicator(Fold.GROUP_VALUE));
            case Reference.OfParts _ -> Node.of(type, scope -> scope.indicator(Fold.GROUP_PARTS));
            case Reference.OfJoined(int number, EventType joined, Reference of) ->
                earlier(number, new EventReads(joined, ground), of);
            case Reference.OfSibling(int ordinal, ValueType _) -> {
                usage.indicator(ordinal);
                yield Node.of(type, scope -> scope.sibling(ordinal));
            }
            case Reference.OfClock(boolean day, ValueType _) -> {
                usage.today();
                yield Node.clock(type, day ? scope -> scope.today() : scope -> scope.now());
            }
        };
    }

    /// What is read of an earlier event; absent where there is none.
    private static Node earlier(int number, EventReads reads, Reference of) {
        Node node = switch (of) {
            case Reference.OfField(String path, ValueType type) -> reads.field(path, type);
            case Reference.OfEvent(Reference.Part part, ValueType type) -> reads.part(part, type);
            default -> throw new IllegalStateException("No part of an event: " + of);
        };
        Expr code = node.code();
        return Node.of(node.type(), scope -> scope.joined(number, code));
    }

    /// A list of texts that is written out.
    private Node list(CelExpr expr) {
        StringJoiner items = new StringJoiner(String.valueOf(Raw.ITEM_SEPARATOR));
        for (CelExpr item : expr.list().elements()) {
            Node node = node(item);
            if (!node.constant() || node.kind() != Kind.TEXT) {
                wrong(item, "A list that is written out holds only texts that are written out.");
            } else {
                items.add(ground.symbols().text(node.raw()));
            }
        }
        return Node.constant(ValueType.of(Kind.TEXTS), ground.symbols().of(items.toString()));
    }

    private Node call(CelExpr expr, CelExpr.CelCall call) {
        List<CelExpr> args = call.args();
        return switch (call.function()) {
            case "_&&_", "_||_" -> {
                Node left = node(args.get(0));
                Node right = node(args.get(1));
                boolean and = call.function().equals("_&&_");
                Expr code = and ? Logic.and(left.code(), right.code()) : Logic.or(left.code(), right.code());
                yield Node.made(ValueType.of(Kind.BOOL), code, left, right);
            }
            case "!_", CelLanguage.HAS -> {
                Node operand = node(args.getFirst());
                boolean not = call.function().equals("!_");
                Expr code = not ? Logic.not(operand.code()) : Logic.has(operand.code());
                yield Node.made(ValueType.of(Kind.BOOL), code, operand);
            }
            case "_?_:_" -> choose(expr, args);
            case "_<_", "_<=_", "_>_", "_>=_", "_==_", "_!=_" -> comparison(expr, args);
            case "_+_", "_-_", "_*_", "_/_", "_%_" -> arithmetic(expr, args);
            case "min", "max" -> extreme(expr, args);
            case "@in" -> in(args);
            case CelLanguage.AT -> at(args.getFirst(), args.getLast());
            case "elapsed" -> {
                wrong(expr, "elapsed(…) stands alone on one side of a comparison, in when or until.");
                yield Node.constant(ValueType.of(Kind.NUMBER), ABSENT);
            }
            case "contains", "startsWith", "endsWith" -> {
                Node text = node(call.target().orElseThrow());
                Node part = node(args.getFirst());
                yield Node.made(
                        ValueType.of(Kind.BOOL), texts.test(call.function(), text.code(), part.code()), text, part);
            }
            default -> calls.function(expr, args.stream().map(this::node).toList());
        };
    }

    /// A table of the subject at hand, at a key.
    private Node at(CelExpr name, CelExpr keyExpr) {
        var table =
                (Reference.OfTable) Objects.requireNonNull(checked.references().get(name.id()));
        Node key = node(keyExpr);
        ValueType wanted = table.keys().getFirst();
        if (table.keys().size() > 1) {
            wrong(name, "Only an indicator with a single key in by can be read at one.");
        } else if (key.kind() != wanted.kind() || !Units.agree(Node.of(wanted, key.code()), key)) {
            wrong(keyExpr, "The key must be " + Types.words(wanted) + ", not " + Types.words(key.type()) + ".");
        }
        usage.indicator(table.ordinal());
        int ordinal = table.ordinal();
        return Node.of(table.type(), scope -> {
            long at = key.code().eval(scope);
            return at == ABSENT ? ABSENT : scope.at(ordinal, at);
        });
    }

    private Node choose(CelExpr expr, List<CelExpr> args) {
        Node condition = node(args.get(0));
        Node yes = node(args.get(1));
        Node no = node(args.get(2));
        requireSameUnit(expr, "?", yes, no);
        ValueType type = common(yes, no);
        Node a = type.kind() == Kind.NUMBER ? yes.asNumber() : yes;
        Node b = type.kind() == Kind.NUMBER ? no.asNumber() : no;
        return Node.made(type, Logic.choose(condition.code(), a.code(), b.code()), condition, yes, no);
    }

    /// The type of one or the other of two values of one kind, or of a whole and a number.
    private static ValueType common(Node left, Node right) {
        boolean number = left.kind() == Kind.NUMBER || right.kind() == Kind.NUMBER;
        return new ValueType(number ? Kind.NUMBER : left.kind(), Units.either(left, right));
    }

    private Node comparison(CelExpr expr, List<CelExpr> args) {
        Comparing.Operator operator = Comparing.Operator.of(expr.call().function());
        if (isElapsed(args.get(0))) {
            return waiting(expr, operator, args.get(0), args.get(1));
        }
        if (isElapsed(args.get(1))) {
            return waiting(expr, operator.flipped(), args.get(1), args.get(0));
        }
        Node left = node(args.get(0));
        Node right = node(args.get(1));
        requireSameUnit(expr, CelMessages.operator(expr.call().function()), left, right);
        if (left.kind() != right.kind() && (left.kind() == Kind.ID || right.kind() == Kind.ID)) {
            return calls.idComparison(operator == Comparing.Operator.EQUAL, left, right);
        }
        Node a = sameCurrency(left, right);
        Node b = sameCurrency(right, left);
        boolean numbers = a.kind() == Kind.NUMBER || b.kind() == Kind.NUMBER;
        Expr code = numbers
                ? Comparing.of(operator, a.asNumber(), b.asNumber(), true)
                : Comparing.of(operator, a, b, false);
        return Node.made(ValueType.of(Kind.BOOL), code, a, b);
    }

    /// An amount in a named currency, beside an event's money, is judged by the event's currency.
    private static Node sameCurrency(Node node, Node beside) {
        if (node.code() instanceof CurrencyLiteral literal && beside.currencySlot() >= 0) {
            return Node.of(node.type(), literal.against(beside.currencySlot()));
        }
        return node;
    }

    private static boolean isElapsed(CelExpr expr) {
        return expr.getKind() == CelExpr.ExprKind.Kind.CALL
                && expr.call().function().equals("elapsed");
    }

    private Node waiting(CelExpr expr, Comparing.Operator operator, CelExpr elapsed, CelExpr bound) {
        Node since = node(elapsed.call().args().getFirst());
        Node limit = node(bound);
        boolean ordered = operator != Comparing.Operator.EQUAL && operator != Comparing.Operator.UNEQUAL;
        if (!mayWait) {
            wrong(elapsed, "elapsed(…) can only be used in the when and until of a signal.");
        } else if (limit.readsClock() || since.readsClock() || !ordered) {
            wrong(elapsed, "elapsed(…) is compared with <, <=, > or >= with something that does not read the clock.");
        } else if (limit.type().unit() != null && !limit.type().unit().equals("seconds")) {
            wrong(
                    expr,
                    Units.mismatch(
                            CelMessages.operator(expr.call().function()),
                            new ValueType(Kind.NUMBER, "seconds"),
                            limit.type()));
        }
        usage.today();
        return Waiting.comparison(operator, since.code(), limit.asNumber().code(), usage);
    }

    private Node arithmetic(CelExpr expr, List<CelExpr> args) {
        char operator = expr.call().function().charAt(1);
        Node left = node(args.get(0));
        Node right = node(args.get(1));
        boolean sum = operator == '+' || operator == '-' || operator == '%';
        if (left.kind() == Kind.MONEY || right.kind() == Kind.MONEY) {
            return money(expr, operator, left, right);
        }
        if (sum) {
            requireSameUnit(expr, String.valueOf(operator), left, right);
        } else if (!Units.combine(operator == '/', left, right)) {
            wrong(expr, Units.mismatch(String.valueOf(operator), left.type(), right.type()));
        }
        String unit = sum ? Units.either(left, right) : Units.combined(operator == '/', left, right);
        if (left.kind() == Kind.WHOLE && right.kind() == Kind.WHOLE && operator != '/') {
            Expr code = Arithmetic.longs(operator, left.code(), right.code());
            return Node.made(new ValueType(Kind.WHOLE, unit), code, left, right);
        }
        Expr code = Arithmetic.numbers(
                operator, left.asNumber().code(), right.asNumber().code());
        return Node.made(new ValueType(Kind.NUMBER, unit), code, left, right);
    }

    private Node money(CelExpr expr, char operator, Node left, Node right) {
        if (left.kind() == Kind.MONEY && right.kind() == Kind.MONEY) {
            requireSameUnit(expr, String.valueOf(operator), left, right);
            Node a = sameCurrency(left, right);
            Node b = sameCurrency(right, left);
            if (operator == '/') {
                return Node.made(ValueType.of(Kind.NUMBER), Arithmetic.moneyRatio(a.code(), b.code()), a, b);
            }
            ValueType type = new ValueType(Kind.MONEY, Units.either(a, b));
            return Node.made(type, Arithmetic.longs(operator, a.code(), b.code()), a, b);
        }
        Node money = left.kind() == Kind.MONEY ? left : right;
        Node number = left.kind() == Kind.MONEY ? right : left;
        boolean exact = operator == '*' && number.kind() == Kind.WHOLE;
        Expr code = exact
                ? Arithmetic.longs('*', money.code(), number.code())
                : Arithmetic.moneyBy(operator, money.code(), number.asNumber().code());
        return Node.made(money.type(), code, left, right);
    }

    private Node extreme(CelExpr expr, List<CelExpr> args) {
        boolean largest = expr.call().function().equals("max");
        Node best = node(args.getFirst());
        for (CelExpr arg : args.subList(1, args.size())) {
            Node next = node(arg);
            requireSameUnit(arg, expr.call().function(), best, next);
            ValueType type = common(best, next);
            boolean numbers = type.kind() == Kind.NUMBER;
            Node a = numbers ? best.asNumber() : sameCurrency(best, next);
            Node b = numbers ? next.asNumber() : sameCurrency(next, best);
            best = Node.made(type, Arithmetic.extreme(largest, numbers, a.code(), b.code()), a, b);
        }
        return best;
    }

    private void requireSameUnit(CelExpr expr, String operator, Node left, Node right) {
        if (!Units.agree(left, right)) {
            String hint = left.kind() == Kind.MONEY || left.kind() == Kind.ID
                    ? null
                    : "Compare like with like, or take the bare figure with plain(…).";
            ground.mistakes()
                    .add(checked.formula().place(expr), Units.mismatch(operator, left.type(), right.type()), hint);
        }
    }

    private Node in(List<CelExpr> args) {
        Node item = node(args.get(0));
        CelExpr list = args.get(1);
        if (list.getKind() != CelExpr.ExprKind.Kind.LIST) {
            Node texts = node(list);
            return calls.holds(item, texts);
        }
        if (item.kind() == Kind.ID && item.type().unit() == null) {
            wrong(args.get(0), "This id may be of several kinds; compare it with ==.");
        }
        long[] raws = new long[list.list().elements().size()];
        boolean numbers = item.kind() == Kind.NUMBER;
        for (int i = 0; i < raws.length; i++) {
            Node element = node(list.list().elements().get(i));
            if (!element.constant()) {
                wrong(list.list().elements().get(i), "The items of a list after in are written out.");
                continue;
            }
            raws[i] = calls.rawOf(numbers ? element.asNumber() : element, item);
        }
        return Node.made(ValueType.of(Kind.BOOL), Texts.among(item.code(), raws), item);
    }

    private void wrong(CelExpr expr, String what) {
        ground.mistakes().add(checked.formula().place(expr), what, null);
    }
}
