package org.prevenance.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HarmTest {
    @ParameterizedTest
    @CsvSource({"12.345, 12.345", "12.3, 12.30", "12, 12.00", "0.000001, 0.000001"})
    void harmStaysExact(BigDecimal amount, String told) {
        assertEquals(told, Harm.atLeastTwoDigits(amount).toPlainString());
    }
}
