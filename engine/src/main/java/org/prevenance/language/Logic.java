package org.prevenance.language;

import static org.prevenance.event.Raw.ABSENT;

import org.prevenance.expression.Expr;

/// Conditions as closures: 0, 1 or absent. `&&` and `||` absorb absence as CEL's absorb errors.
final class Logic {
    private Logic() {}

    static Expr and(Expr left, Expr right) {
        return scope -> {
            long x = left.eval(scope);
            if (x == 0) {
                return 0;
            }
            long y = right.eval(scope);
            return y == 0 ? 0 : x == ABSENT ? ABSENT : y;
        };
    }

    static Expr or(Expr left, Expr right) {
        return scope -> {
            long x = left.eval(scope);
            if (x == 1) {
                return 1;
            }
            long y = right.eval(scope);
            return y == 1 ? 1 : x == ABSENT ? ABSENT : y;
        };
    }

    static Expr not(Expr operand) {
        return scope -> {
            long x = operand.eval(scope);
            return x == ABSENT ? ABSENT : 1 - x;
        };
    }

    static Expr choose(Expr condition, Expr whenTrue, Expr whenFalse) {
        return scope -> {
            long x = condition.eval(scope);
            return x == ABSENT ? ABSENT : x == 1 ? whenTrue.eval(scope) : whenFalse.eval(scope);
        };
    }

    static Expr has(Expr operand) {
        return scope -> operand.eval(scope) == ABSENT ? 0 : 1;
    }
}
