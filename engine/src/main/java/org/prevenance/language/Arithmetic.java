package org.prevenance.language;

import static org.prevenance.event.Raw.ABSENT;

import org.prevenance.expression.Expr;
import org.prevenance.expression.Numbers;

/// Arithmetic as closures over raw longs. An operation on something absent, one that overflows and a division by zero
/// are absent.
final class Arithmetic {
    private Arithmetic() {}

    static Expr toNumber(Expr whole) {
        return scope -> {
            long x = whole.eval(scope);
            return x == ABSENT ? ABSENT : Numbers.raw(x);
        };
    }

    /// Whole numbers, and money with money.
    static Expr longs(char operator, Expr left, Expr right) {
        return switch (operator) {
            case '+' ->
                scope -> {
                    long x = left.eval(scope);
                    long y = x == ABSENT ? ABSENT : right.eval(scope);
                    long sum = x + y;
                    return y == ABSENT || ((x ^ sum) & (y ^ sum)) < 0 ? ABSENT : sum;
                };
            case '-' ->
                scope -> {
                    long x = left.eval(scope);
                    long y = x == ABSENT ? ABSENT : right.eval(scope);
                    long difference = x - y;
                    return y == ABSENT || ((x ^ y) & (x ^ difference)) < 0 ? ABSENT : difference;
                };
            case '*' ->
                scope -> {
                    long x = left.eval(scope);
                    long y = x == ABSENT ? ABSENT : right.eval(scope);
                    return y == ABSENT ? ABSENT : times(x, y);
                };
            case '%' ->
                scope -> {
                    long x = left.eval(scope);
                    long y = x == ABSENT ? ABSENT : right.eval(scope);
                    return y == ABSENT || y == 0 ? ABSENT : x % y;
                };
            default -> throw new IllegalArgumentException("No such operator: " + operator);
        };
    }

    private static long times(long x, long y) {
        long product = x * y;
        long high = Math.multiplyHigh(x, y);
        return high == product >> 63 ? product : ABSENT;
    }

    static Expr numbers(char operator, Expr left, Expr right) {
        return switch (operator) {
            case '+' ->
                scope -> {
                    long x = left.eval(scope);
                    long y = x == ABSENT ? ABSENT : right.eval(scope);
                    return y == ABSENT ? ABSENT : Numbers.raw(Numbers.of(x) + Numbers.of(y));
                };
            case '-' ->
                scope -> {
                    long x = left.eval(scope);
                    long y = x == ABSENT ? ABSENT : right.eval(scope);
                    return y == ABSENT ? ABSENT : Numbers.raw(Numbers.of(x) - Numbers.of(y));
                };
            case '*' ->
                scope -> {
                    long x = left.eval(scope);
                    long y = x == ABSENT ? ABSENT : right.eval(scope);
                    return y == ABSENT ? ABSENT : Numbers.raw(Numbers.of(x) * Numbers.of(y));
                };
            case '/' ->
                scope -> {
                    long x = left.eval(scope);
                    long y = x == ABSENT ? ABSENT : right.eval(scope);
                    return y == ABSENT ? ABSENT : Numbers.raw(Numbers.of(x) / Numbers.of(y));
                };
            default -> throw new IllegalArgumentException("No such operator: " + operator);
        };
    }

    /// Money times or divided by a number, to the nearest millionth, halves to the even neighbour.
    static Expr moneyBy(char operator, Expr money, Expr number) {
        boolean divides = operator == '/';
        return scope -> {
            long x = money.eval(scope);
            long y = x == ABSENT ? ABSENT : number.eval(scope);
            if (y == ABSENT) {
                return ABSENT;
            }
            double by = Numbers.of(y);
            return micros(divides ? x / by : x * by);
        };
    }

    private static long micros(double exact) {
        double rounded = Math.rint(exact);
        return Math.abs(rounded) < 0x1p63 ? (long) rounded : ABSENT;
    }

    /// How often one amount goes into the other.
    static Expr moneyRatio(Expr left, Expr right) {
        return scope -> {
            long x = left.eval(scope);
            long y = x == ABSENT ? ABSENT : right.eval(scope);
            return y == ABSENT ? ABSENT : Numbers.raw((double) x / (double) y);
        };
    }

    static Expr negated(Expr operand, boolean number) {
        return scope -> {
            long x = operand.eval(scope);
            if (x == ABSENT) {
                return ABSENT;
            }
            return number ? Numbers.raw(-Numbers.of(x)) : -x;
        };
    }

    static Expr absolute(Expr operand, boolean number) {
        return scope -> {
            long x = operand.eval(scope);
            if (x == ABSENT) {
                return ABSENT;
            }
            return number ? Numbers.raw(Math.abs(Numbers.of(x))) : Math.abs(x);
        };
    }

    /// To the nearest whole number, halves away from zero.
    static Expr rounded(Expr number) {
        return scope -> {
            long x = number.eval(scope);
            if (x == ABSENT) {
                return ABSENT;
            }
            double value = Numbers.of(x);
            double rounded = Math.copySign(Math.floor(Math.abs(value) + 0.5), value);
            return Math.abs(rounded) < 0x1p63 ? (long) rounded : ABSENT;
        };
    }

    static Expr extreme(boolean largest, boolean numbers, Expr left, Expr right) {
        return scope -> {
            long x = left.eval(scope);
            long y = x == ABSENT ? ABSENT : right.eval(scope);
            if (y == ABSENT) {
                return ABSENT;
            }
            boolean takeLeft = numbers ? Numbers.of(x) >= Numbers.of(y) == largest : x >= y == largest;
            return takeLeft ? x : y;
        };
    }

    /// An amount as a number.
    static Expr amount(Expr money) {
        return scope -> {
            long x = money.eval(scope);
            return x == ABSENT ? ABSENT : Numbers.raw(x / 1e6);
        };
    }
}
