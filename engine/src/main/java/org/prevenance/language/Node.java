package org.prevenance.language;

import org.prevenance.expression.Expr;
import org.prevenance.expression.ValueType;
import org.prevenance.expression.ValueType.Kind;

/// A compiled part of an expression.
///
/// @param constant     whether it reads nothing, so that it can be computed once
/// @param readsClock   whether it reads `today`, `now` or `elapsed`
/// @param currencySlot for a plain money field of the event: the slot of its currency, else -1
record Node(Expr code, ValueType type, boolean constant, boolean readsClock, int currencySlot) {
    static Node of(ValueType type, Expr code) {
        return new Node(code, type, false, false, -1);
    }

    static Node constant(ValueType type, long raw) {
        return new Node(_ -> raw, type, true, false, -1);
    }

    static Node clock(ValueType type, Expr code) {
        return new Node(code, type, false, true, -1);
    }

    /// What an operation on `inputs` gives: computed now where all of them are constant.
    static Node made(ValueType type, Expr code, Node... inputs) {
        boolean constant = true;
        boolean clock = false;
        for (Node input : inputs) {
            constant &= input.constant;
            clock |= input.readsClock;
        }
        return constant ? constant(type, code.eval(Nowhere.INSTANCE)) : new Node(code, type, false, clock, -1);
    }

    Kind kind() {
        return type.kind();
    }

    /// The raw value of a constant.
    long raw() {
        return code.eval(Nowhere.INSTANCE);
    }

    /// A number without unit that is written out, so that it fits any unit.
    boolean fitsAnyUnit() {
        return constant && type.unit() == null;
    }

    /// As a number, where it is whole.
    Node asNumber() {
        if (kind() != Kind.WHOLE) {
            return this;
        }
        return made(new ValueType(Kind.NUMBER, type.unit()), Arithmetic.toNumber(code), this);
    }
}
