package org.prevenance.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StateSizeTest {
    @Test
    void whatIsKeptOfAContractDoesNotGrowWithItsHistory() {
        assertEquals(StateSize.bytesAfter(2 * 365), StateSize.bytesAfter(5 * 365));
    }
}
