package org.prevenance.language;

import static org.prevenance.event.Raw.ABSENT;

import dev.cel.common.ast.CelExpr;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.expression.Expr;
import org.prevenance.expression.Numbers;
import org.prevenance.expression.ValueType;
import org.prevenance.expression.ValueType.Kind;

/// Compiles the named functions.
final class Calls {
    private static final Pattern AMOUNT = Pattern.compile("(-?[0-9]{1,12}(?:\\.[0-9]{1,6})?)(?: ([A-Z]{3}))?");

    private static final int MOST_YEARS = 10_000;

    private final Ground ground;
    private final Usage usage;
    private final Texts texts;
    private final BiConsumer<CelExpr, String> wrong;

    Calls(Ground ground, Usage usage, BiConsumer<CelExpr, String> wrong) {
        this.ground = ground;
        this.usage = usage;
        this.wrong = wrong;
        texts = new Texts(ground.symbols());
    }

    Node function(CelExpr expr, List<Node> args) {
        Node first = args.getFirst();
        ValueType same = first.type();
        boolean number = first.kind() == Kind.NUMBER;
        return switch (expr.call().function()) {
            case "-_" -> Node.made(same, Arithmetic.negated(first.code(), number), first);
            case "abs" -> Node.made(same, Arithmetic.absolute(first.code(), number), first);
            case "plain" -> Node.made(ValueType.of(first.kind()), first.code(), first);
            case "round" ->
                Node.made(
                        new ValueType(Kind.WHOLE, same.unit()),
                        Arithmetic.rounded(first.asNumber().code()),
                        first);
            case "amount" -> Node.made(ValueType.of(Kind.NUMBER), Arithmetic.amount(first.code()), first);
            case "size" -> {
                Expr code = first.kind() == Kind.TEXT ? texts.length(first.code()) : texts.size(first.code());
                yield Node.made(ValueType.of(Kind.WHOLE), code, first);
            }
            case "overlaps" ->
                Node.made(
                        ValueType.of(Kind.BOOL),
                        texts.overlaps(first.code(), args.get(1).code()),
                        first,
                        args.get(1));
            case "seconds_between" -> {
                Expr micros = Arithmetic.longs('-', args.get(1).code(), first.code());
                yield Node.made(new ValueType(Kind.WHOLE, "seconds"), wholeSeconds(micros), first, args.get(1));
            }
            case "hour" -> Node.made(ValueType.of(Kind.WHOLE), hour(first.code()), first);
            case "year" -> Node.made(ValueType.of(Kind.WHOLE), year(asDay(first)), first);
            case "plus_years" ->
                Node.made(
                        ValueType.of(Kind.DATE),
                        plusYears(first.code(), args.get(1).asNumber().code()),
                        first,
                        args.get(1));
            case "month" -> Node.made(ValueType.of(Kind.DATE), firstOfMonth(asDay(first)), first);
            case "normal" -> Node.made(same, texts.normal(first.code()), first);
            case "sorted" -> Node.made(same, texts.sorted(first.code()), first);
            case "day", "plus_days", "days_since", "days_between" ->
                days(expr.call().function(), args);
            case "money", "date", "time" -> literal(expr, first);
            default ->
                throw new IllegalStateException(
                        "Declared, but not compiled: " + expr.call().function());
        };
    }

    private Node days(String function, List<Node> args) {
        Node first = args.getFirst();
        ValueType days = new ValueType(Kind.WHOLE, "days");
        return switch (function) {
            case "day" -> Node.made(ValueType.of(Kind.DATE), asDay(first), first);
            case "plus_days" ->
                Node.made(
                        ValueType.of(Kind.DATE),
                        Arithmetic.longs('+', first.code(), args.get(1).code()),
                        first,
                        args.get(1));
            case "days_since" -> {
                usage.today();
                yield Node.clock(days, Arithmetic.longs('-', scope -> scope.today(), asDay(first)));
            }
            default -> Node.made(days, Arithmetic.longs('-', asDay(args.get(1)), asDay(first)), first, args.get(1));
        };
    }

    /// Full seconds: what is left of one begun is dropped, before 0 as well as after it.
    private static Expr wholeSeconds(Expr micros) {
        return scope -> {
            long span = micros.eval(scope);
            return span == ABSENT ? ABSENT : span / Raw.SECOND;
        };
    }

    private static Expr firstOfMonth(Expr day) {
        return scope -> {
            long date = day.eval(scope);
            return date == ABSENT
                    ? ABSENT
                    : LocalDate.ofEpochDay(date).withDayOfMonth(1).toEpochDay();
        };
    }

    private Expr hour(Expr time) {
        ZoneDays days = ground.days();
        return scope -> {
            long instant = time.eval(scope);
            return instant == ABSENT ? ABSENT : days.hour(instant);
        };
    }

    private static Expr year(Expr date) {
        return scope -> {
            long day = date.eval(scope);
            return day == ABSENT ? ABSENT : LocalDate.ofEpochDay(day).getYear();
        };
    }

    /// Parts of a year are counted in whole months.
    private static Expr plusYears(Expr date, Expr years) {
        return scope -> {
            long day = date.eval(scope);
            long more = day == ABSENT ? ABSENT : years.eval(scope);
            if (more == ABSENT || Math.abs(Numbers.of(more)) > MOST_YEARS) {
                return ABSENT;
            }
            return LocalDate.ofEpochDay(day)
                    .plusMonths(Math.round(Numbers.of(more) * 12))
                    .toEpochDay();
        };
    }

    private Expr asDay(Node dateOrTime) {
        if (dateOrTime.kind() == Kind.DATE) {
            return dateOrTime.code();
        }
        ZoneDays days = ground.days();
        Expr time = dateOrTime.code();
        return scope -> {
            long instant = time.eval(scope);
            return instant == ABSENT ? ABSENT : days.day(instant);
        };
    }

    /// An amount, day or instant that is written out.
    private Node literal(CelExpr expr, Node text) {
        String function = expr.call().function();
        Node nothing = Node.constant(ValueType.of(kind(function)), ABSENT);
        if (!text.constant()) {
            wrong.accept(expr, function + "(…) takes a text that is written out.");
            return nothing;
        }
        String written = ground.symbols().text(text.raw());
        Node read = function.equals("money") ? money(written) : instant(function, written);
        if (read == null) {
            wrong.accept(expr.call().args().getFirst(), "\"" + written + "\" is not " + example(function));
            return nothing;
        }
        return read;
    }

    private static Kind kind(String function) {
        return switch (function) {
            case "money" -> Kind.MONEY;
            case "date" -> Kind.DATE;
            default -> Kind.TIME;
        };
    }

    private static String example(String function) {
        return switch (function) {
            case "money" -> "an amount, such as \"10.00\" or \"10.00 EUR\".";
            case "date" -> "a day, such as \"2025-01-31\".";
            default -> "an instant, such as \"2025-01-31T09:00:00Z\".";
        };
    }

    private @Nullable Node money(String written) {
        Matcher matcher = AMOUNT.matcher(written);
        if (!matcher.matches()) {
            return null;
        }
        long micros = new BigDecimal(matcher.group(1)).movePointRight(6).longValueExact();
        String currency = matcher.group(2);
        ValueType type = new ValueType(Kind.MONEY, currency);
        return currency == null
                ? Node.constant(type, micros)
                : Node.of(type, new CurrencyLiteral(micros, ground.symbols().of(currency), -1));
    }

    private static @Nullable Node instant(String function, String written) {
        try {
            if (function.equals("date")) {
                return Node.constant(
                        ValueType.of(Kind.DATE), LocalDate.parse(written).toEpochDay());
            }
            Instant instant = OffsetDateTime.parse(written).toInstant();
            return Node.constant(ValueType.of(Kind.TIME), ChronoUnit.MICROS.between(Instant.EPOCH, instant));
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// Whether an id is that of a text, or is not.
    Node idComparison(boolean equal, Node left, Node right) {
        Node id = left.kind() == Kind.ID ? left : right;
        Node text = left.kind() == Kind.ID ? right : left;
        Comparing.Operator operator = equal ? Comparing.Operator.EQUAL : Comparing.Operator.UNEQUAL;
        if (text.constant() && id.type().unit() != null) {
            Node subject = Node.constant(id.type(), rawOf(text, id));
            return Node.made(ValueType.of(Kind.BOOL), Comparing.of(operator, id, subject, false), id);
        }
        Expr code = texts.idIs(id.code(), text.code(), ground.subjects(), equal);
        return Node.made(ValueType.of(Kind.BOOL), code, id, text);
    }

    /// The raw value of a written item of a list, as the item that is looked for holds it.
    long rawOf(Node written, Node lookedFor) {
        String kind = lookedFor.type().unit();
        if (lookedFor.kind() != Kind.ID || written.kind() != Kind.TEXT || kind == null) {
            return written.raw();
        }
        return ground.subjects()
                .of(ground.vocabulary().kind(kind), ground.symbols().text(written.raw()));
    }

    /// Whether a list of texts holds an item.
    Node holds(Node item, Node list) {
        return Node.made(ValueType.of(Kind.BOOL), texts.holds(list.code(), item.code()), item, list);
    }
}
