package org.prevenance.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class KeysTest {
    @Test
    void numbersTextsInTheOrderOfTheirFirstAppearance() {
        Keys keys = new Keys();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 5000; i++) {
                char[] chars = ("<" + i * 7919 + ">").toCharArray();
                assertEquals(i, keys.number(chars, 1, chars.length - 2));
            }
        }
        assertEquals(5000, keys.count());
        assertEquals("7919", keys.text(1));
    }
}
