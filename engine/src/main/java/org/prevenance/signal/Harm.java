package org.prevenance.signal;

import java.math.BigDecimal;

/// What is at stake for the customer.
///
/// @param amount   exact; at least two digits after the point for money
/// @param currency an ISO 4217 code, or `points`
public record Harm(BigDecimal amount, String currency) {
    /// The currency of a harm that is not money.
    public static final String POINTS = "points";

    /// The exact amount, with no fewer than two digits after the point.
    public static BigDecimal atLeastTwoDigits(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 2 ? stripped.setScale(2) : stripped;
    }

    /// As scenarios write it: `59.98 EUR`, `12 points`.
    public String written() {
        BigDecimal bare = currency.equals(POINTS) ? amount.stripTrailingZeros() : amount;
        return bare.toPlainString() + " " + currency;
    }
}
