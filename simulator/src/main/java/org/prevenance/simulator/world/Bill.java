package org.prevenance.simulator.world;

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
public record Bill(
        String number,
        int from,
        int to,
        long cents,
        long issued,
        long known,
        @Nullable String product) {
    public Bill withNumber(String other) {
        return new Bill(other, from, to, cents, issued, known, product);
    }

    public Bill withPeriod(int otherFrom, int otherTo) {
        return new Bill(number, otherFrom, otherTo, cents, issued, known, product);
    }

    public Bill withCents(long other) {
        return new Bill(number, from, to, other, issued, known, product);
    }

    public Bill withProduct(@Nullable String other) {
        return new Bill(number, from, to, cents, issued, known, other);
    }

    public Bill knownAt(long other) {
        return new Bill(number, from, to, cents, issued, other, product);
    }

    /// The same, issued and known so many days later.
    public Bill later(int days) {
        long seconds = (long) days * EventLine.DAY_SECONDS;
        return new Bill(number, from, to, cents, issued + seconds, known + seconds, product);
    }

    public void writeTo(EventLine line) {
        line.text("bill", number).money("amount", cents).date("from", from).date("to", to);
        if (product != null) {
            line.name("lines")
                    .raw("[{\"label\":")
                    .quoted(label(product))
                    .raw(",\"amount\":")
                    .moneyValue(cents)
                    .raw(",\"product\":")
                    .quoted(product)
                    .raw("}]");
        }
    }

    private static String label(String product) {
        return switch (product) {
            case "electricity" -> "Électricité";
            case "water" -> "Eau";
            default -> "Abonnement " + product;
        };
    }
}
