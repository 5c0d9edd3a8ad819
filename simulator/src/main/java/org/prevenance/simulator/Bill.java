package org.prevenance.simulator;

import org.jspecify.annotations.Nullable;

/// A bill as the billing system knows it.
///
/// @param number  what is printed on it
/// @param from    first day of the period
/// @param to      last day of the period
/// @param cents   the amount asked
/// @param issued  the instant of issue
/// @param known   when the export learned of it
/// @param product of its only line; null: a bill without lines
record Bill(
        String number,
        int from,
        int to,
        long cents,
        long issued,
        long known,
        @Nullable String product) {
    Bill withNumber(String other) {
        return new Bill(other, from, to, cents, issued, known, product);
    }

    Bill withPeriod(int otherFrom, int otherTo) {
        return new Bill(number, otherFrom, otherTo, cents, issued, known, product);
    }

    Bill withCents(long other) {
        return new Bill(number, from, to, other, issued, known, product);
    }

    Bill withProduct(@Nullable String other) {
        return new Bill(number, from, to, cents, issued, known, other);
    }

    Bill knownAt(long other) {
        return new Bill(number, from, to, cents, issued, other, product);
    }

    /// The same, issued and known so many days later.
    Bill later(int days) {
        long seconds = (long) days * EventLine.DAY_SECONDS;
        return new Bill(number, from, to, cents, issued + seconds, known + seconds, product);
    }

    void writeTo(EventLine line) {
        line.text("bill", number).money("amount", cents).date("from", from).date("to", to);
        if (product != null) {
            line.name("lines")
                    .raw("[{\"label\":")
                    .quoted("Abonnement " + product)
                    .raw(",\"amount\":")
                    .moneyValue(cents)
                    .raw(",\"product\":")
                    .quoted(product)
                    .raw("}]");
        }
    }
}
