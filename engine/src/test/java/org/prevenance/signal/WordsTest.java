package org.prevenance.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "30,        €30.00",
        "29.995,    €30.00",
        "29.994999, €29.99",
        "-1.005,    -€1.01",
        "1.999,     €2.00",
        "0.2516,    €0.2516",
        "0.333333,  €0.3333",
        "0.25,      €0.25",
        "0.00001,   €0.00",
        "1234.5,    '€1,234.50'"
    })
    void anAmountIsRoundedAsPeopleReadIt(BigDecimal amount, String shown) {
        assertEquals(shown, Words.money(amount, "EUR", Language.EN));
    }

    @ParameterizedTest
    @CsvSource({"12.345, 12.345", "12.3, 12.30", "12, 12.00", "0.000001, 0.000001"})
    void harmStaysExact(BigDecimal amount, String told) {
        assertEquals(told, Words.atLeastTwoDigits(amount).toPlainString());
    }
}
