package org.prevenance.sources;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// What a number is multiplied with: `1000`, `0.01`, or a fraction such as `1/12`.
///
/// @param by   multiplied with, exactly
/// @param over divided by afterwards, rounded to the nearest millionth, halves to the even one; null: not divided
record Scale(BigDecimal by, @Nullable BigDecimal over) {
    private static final int DECIMALS = 6;

    /// Null where the text is neither a number nor a fraction of two.
    static @Nullable Scale parse(String text) {
        int slash = text.indexOf('/');
        try {
            if (slash < 0) {
                return new Scale(new BigDecimal(text), null);
            }
            BigDecimal over = new BigDecimal(text.substring(slash + 1).strip());
            return over.signum() == 0
                    ? null
                    : new Scale(new BigDecimal(text.substring(0, slash).strip()), over);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /// @param plain a plain decimal
    String of(String plain) {
        BigDecimal product = new BigDecimal(plain).multiply(by);
        BigDecimal scaled = over == null ? product : product.divide(over, DECIMALS, RoundingMode.HALF_EVEN);
        return scaled.stripTrailingZeros().toPlainString();
    }
}
