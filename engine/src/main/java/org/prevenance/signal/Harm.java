package org.prevenance.signal;

import java.math.BigDecimal;

/// What is at stake for the customer.
///
/// @param amount   exact; at least two digits after the point for money
/// @param currency an ISO 4217 code, or `points`
public record Harm(BigDecimal amount, String currency) {
    /// As scenarios write it: `59.98 EUR`, `12 points`.
    public String written() {
        BigDecimal bare = currency.equals("points") ? amount.stripTrailingZeros() : amount;
        return bare.toPlainString() + " " + currency;
    }
}
