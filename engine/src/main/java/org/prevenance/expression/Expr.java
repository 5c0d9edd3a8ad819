package org.prevenance.expression;

/// A compiled, total, side-effect-free expression.
@FunctionalInterface
public interface Expr {
    /// The raw value (see [ValueType.Kind]), or [org.prevenance.event.Raw#ABSENT] where an input is absent or the
    /// operation has no result (division by zero, overflow). `&&` and `||` absorb absence as CEL's absorb errors.
    long eval(Scope scope);
}
