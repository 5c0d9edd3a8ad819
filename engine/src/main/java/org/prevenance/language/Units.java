package org.prevenance.language;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prevenance.expression.ValueType;
import org.prevenance.expression.ValueType.Kind;

/// What becomes of units in an expression. A number that is written out fits any unit.
final class Units {
    private Units() {}

    /// Whether two values can be added or compared.
    static boolean agree(Node left, Node right) {
        if (left.kind() == Kind.MONEY || left.kind() == Kind.ID) { // an unknown currency or kind fits
            return left.type().unit() == null
                    || right.type().unit() == null
                    || Objects.equals(left.type().unit(), right.type().unit());
        }
        return left.fitsAnyUnit()
                || right.fitsAnyUnit()
                || Objects.equals(left.type().unit(), right.type().unit());
    }

    /// The unit of a sum, or of one of the two.
    static @Nullable String either(Node left, Node right) {
        return left.type().unit() != null ? left.type().unit() : right.type().unit();
    }

    /// Whether two numbers can be multiplied or divided: one of them has no unit, or they are divided and have the
    /// same.
    static boolean combine(boolean divides, Node left, Node right) {
        String a = left.type().unit();
        String b = right.type().unit();
        return a == null || b == null || divides && a.equals(b);
    }

    /// The unit of a product or quotient that [#combine]s.
    static @Nullable String combined(boolean divides, Node left, Node right) {
        String a = left.type().unit();
        String b = right.type().unit();
        if (divides) {
            return b == null ? a : null;
        }
        return a != null ? a : b;
    }

    static String mismatch(String operator, ValueType left, ValueType right) {
        return operator + " cannot stand between " + unit(left) + " and " + unit(right) + ".";
    }

    private static String unit(ValueType type) {
        String unit = type.unit();
        return unit == null ? "a number without unit" : unit;
    }
}
