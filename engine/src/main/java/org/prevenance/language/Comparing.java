package org.prevenance.language;

import static org.prevenance.event.Raw.ABSENT;

import org.prevenance.expression.Expr;
import org.prevenance.expression.Numbers;

/// Comparisons as closures over raw longs. A comparison with something absent is absent.
final class Comparing {
    enum Operator {
        LESS("_<_"),
        AT_MOST("_<=_"),
        GREATER("_>_"),
        AT_LEAST("_>=_"),
        EQUAL("_==_"),
        UNEQUAL("_!=_");

        private final String function;

        Operator(String function) {
            this.function = function;
        }

        static Operator of(String function) {
            for (Operator operator : values()) {
                if (operator.function.equals(function)) {
                    return operator;
                }
            }
            throw new IllegalArgumentException("Not a comparison: " + function);
        }

        /// What it is when its sides change places.
        Operator flipped() {
            return switch (this) {
                case LESS -> GREATER;
                case AT_MOST -> AT_LEAST;
                case GREATER -> LESS;
                case AT_LEAST -> AT_MOST;
                case EQUAL, UNEQUAL -> this;
            };
        }
    }

    private static final double NEAR = 1e-9;
    private static final double LAST_DIGIT = 1e-12;

    private Comparing() {}

    static Expr of(Operator operator, Node left, Node right, boolean numbers) {
        if (left.constant() && !right.constant()) {
            return of(operator.flipped(), right, left, numbers);
        }
        if (right.constant()) {
            long raw = right.raw();
            if (raw == ABSENT) {
                return _ -> ABSENT;
            }
            return numbers ? numberWith(operator, left.code(), Numbers.of(raw)) : longWith(operator, left.code(), raw);
        }
        return numbers ? numbers(operator, left.code(), right.code()) : longs(operator, left.code(), right.code());
    }

    /// Less than, equal to or more than 0 as x is to y. What differs by less than a billionth, or in the last of twelve
    /// digits, is equal: in decimals 0.15 - 0.05 is 0.1, in doubles it is a little less.
    private static int order(double x, double y) {
        double difference = x - y;
        double larger = Math.max(Math.abs(x), Math.abs(y));
        return Math.abs(difference) < Math.max(NEAR, larger * LAST_DIGIT) ? 0 : difference < 0 ? -1 : 1;
    }

    private static long truth(boolean value) {
        return value ? 1 : 0;
    }

    private static Expr longWith(Operator operator, Expr left, long y) {
        return switch (operator) {
            case LESS ->
                scope -> {
                    long x = left.eval(scope);
                    return x == ABSENT ? ABSENT : truth(x < y);
                };
            case AT_MOST ->
                scope -> {
                    long x = left.eval(scope);
                    return x == ABSENT ? ABSENT : truth(x <= y);
                };
            case GREATER ->
                scope -> {
                    long x = left.eval(scope);
                    return x == ABSENT ? ABSENT : truth(x > y);
                };
            case AT_LEAST ->
                scope -> {
                    long x = left.eval(scope);
                    return x == ABSENT ? ABSENT : truth(x >= y);
                };
            case EQUAL ->
                scope -> {
                    long x = left.eval(scope);
                    return x == ABSENT ? ABSENT : truth(x == y);
                };
            case UNEQUAL ->
                scope -> {
                    long x = left.eval(scope);
                    return x == ABSENT ? ABSENT : truth(x != y);
                };
        };
    }

    private static Expr longs(Operator operator, Expr left, Expr right) {
        return switch (operator) {
            case LESS ->
                scope -> {
                    long x = left.eval(scope);
                    long y = x == ABSENT ? ABSENT : right.eval(scope);
                    return y == ABSENT ? ABSENT : truth(x < y);
                };
            case AT_MOST ->
                scope -> {
                    long x = left.eval(scope);
                    long y = x == ABSENT ? ABSENT : right.eval(scope);
                    return y == ABSENT ? ABSENT : truth(x <= y);
                };
            case GREATER ->
                scope -> {
                    long x = left.eval(scope);
                    long y = x == ABSENT ? ABSENT : right.eval(scope);
                    return y == ABSENT ? ABSENT : truth(x > y);
                };
            case AT_LEAST ->
                scope -> {
                    long x = left.eval(scope);
                    long y = x == ABSENT ? ABSENT : right.eval(scope);
                    return y == ABSENT ? ABSENT : truth(x >= y);
                };
            case EQUAL ->
                scope -> {
                    long x = left.eval(scope);
                    long y = x == ABSENT ? ABSENT : right.eval(scope);
                    return y == ABSENT ? ABSENT : truth(x == y);
                };
            case UNEQUAL ->
                scope -> {
                    long x = left.eval(scope);
                    long y = x == ABSENT ? ABSENT : right.eval(scope);
                    return y == ABSENT ? ABSENT : truth(x != y);
                };
        };
    }

    private static Expr numberWith(Operator operator, Expr left, double y) {
        return switch (operator) {
            case LESS ->
                scope -> {
                    long x = left.eval(scope);
                    return x == ABSENT ? ABSENT : truth(order(Numbers.of(x), y) < 0);
                };
            case AT_MOST ->
                scope -> {
                    long x = left.eval(scope);
                    return x == ABSENT ? ABSENT : truth(order(Numbers.of(x), y) <= 0);
                };
            case GREATER ->
                scope -> {
                    long x = left.eval(scope);
                    return x == ABSENT ? ABSENT : truth(order(Numbers.of(x), y) > 0);
                };
            case AT_LEAST ->
                scope -> {
                    long x = left.eval(scope);
                    return x == ABSENT ? ABSENT : truth(order(Numbers.of(x), y) >= 0);
                };
            case EQUAL ->
                scope -> {
                    long x = left.eval(scope);
                    return x == ABSENT ? ABSENT : truth(order(Numbers.of(x), y) == 0);
                };
            case UNEQUAL ->
                scope -> {
                    long x = left.eval(scope);
                    return x == ABSENT ? ABSENT : truth(order(Numbers.of(x), y) != 0);
                };
        };
    }

    private static Expr numbers(Operator operator, Expr left, Expr right) {
        return switch (operator) {
            case LESS ->
                scope -> {
                    long x = left.eval(scope);
                    long y = x == ABSENT ? ABSENT : right.eval(scope);
                    return y == ABSENT ? ABSENT : truth(order(Numbers.of(x), Numbers.of(y)) < 0);
                };
            case AT_MOST ->
                scope -> {
                    long x = left.eval(scope);
                    long y = x == ABSENT ? ABSENT : right.eval(scope);
                    return y == ABSENT ? ABSENT : truth(order(Numbers.of(x), Numbers.of(y)) <= 0);
                };
            case GREATER ->
                scope -> {
                    long x = left.eval(scope);
                    long y = x == ABSENT ? ABSENT : right.eval(scope);
                    return y == ABSENT ? ABSENT : truth(order(Numbers.of(x), Numbers.of(y)) > 0);
                };
            case AT_LEAST ->
                scope -> {
                    long x = left.eval(scope);
                    long y = x == ABSENT ? ABSENT : right.eval(scope);
                    return y == ABSENT ? ABSENT : truth(order(Numbers.of(x), Numbers.of(y)) >= 0);
                };
            case EQUAL ->
                scope -> {
                    long x = left.eval(scope);
                    long y = x == ABSENT ? ABSENT : right.eval(scope);
                    return y == ABSENT ? ABSENT : truth(order(Numbers.of(x), Numbers.of(y)) == 0);
                };
            case UNEQUAL ->
                scope -> {
                    long x = left.eval(scope);
                    long y = x == ABSENT ? ABSENT : right.eval(scope);
                    return y == ABSENT ? ABSENT : truth(order(Numbers.of(x), Numbers.of(y)) != 0);
                };
        };
    }
}
