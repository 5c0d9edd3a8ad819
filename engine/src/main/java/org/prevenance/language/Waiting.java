package org.prevenance.language;

import static org.prevenance.event.Raw.ABSENT;

import org.prevenance.event.Raw;
import org.prevenance.expression.Expr;
import org.prevenance.expression.Numbers;
import org.prevenance.expression.ValueType;
import org.prevenance.expression.ValueType.Kind;

/// Comparisons of the time that has gone by with a bound, and the instants at which they turn. Exact to the
/// microsecond.
final class Waiting {
    private Waiting() {}

    /// `elapsed(since) operator seconds`.
    static Node comparison(Comparing.Operator operator, Expr since, Expr seconds, Usage usage) {
        boolean reachedCounts = operator == Comparing.Operator.AT_LEAST || operator == Comparing.Operator.LESS;
        boolean over = operator == Comparing.Operator.AT_LEAST || operator == Comparing.Operator.GREATER;
        Expr turns = turn(since, seconds, reachedCounts ? 0 : 1);
        usage.timer(turns);
        Expr code = scope -> {
            long instant = turns.eval(scope);
            return instant == ABSENT ? ABSENT : scope.now() >= instant == over ? 1 : 0;
        };
        return Node.clock(ValueType.of(Kind.BOOL), code);
    }

    /// The first instant from which the bound counts as passed.
    private static Expr turn(Expr since, Expr seconds, long more) {
        return scope -> {
            long from = since.eval(scope);
            long bound = from == ABSENT ? ABSENT : seconds.eval(scope);
            if (bound == ABSENT) {
                return ABSENT;
            }
            double micros = Math.rint(Numbers.of(bound) * Raw.SECOND);
            return Math.abs(micros) < 0x1p60 ? from + (long) micros + more : ABSENT;
        };
    }
}
