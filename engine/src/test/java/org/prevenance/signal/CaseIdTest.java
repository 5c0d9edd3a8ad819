package org.prevenance.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseIdTest {
    @Test
    void aNameSaysSignalSubjectAndInstant() {
        assertEquals(
                new CaseId("telecom/box-failing", "contract/C1", Instant.parse("2025-03-04T00:00:00Z")),
                CaseId.parse("telecom/box-failing:contract/C1:2025-03-04T00:00:00Z"));
        assertEquals(
                new CaseId("telecom/box-failing", "contract/C1", null),
                CaseId.parse("telecom/box-failing:contract/C1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "telecom/box-failing:contract/C1:2025-03-04T00:00:00.123456Z",
                "a/b:device/urn:dev:mac:0024befffe804ff1",
                "a/b:device/urn:dev:1:2025-03-04T00:00:00Z",
                "a/b:device/with/slash"
            })
    void aNameReadAndToldIsTheSame(String name) {
        assertEquals(name, String.valueOf(CaseId.parse(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K12", "telecom/box-failing", "telecom/box-failing:C1", "a:b/c:2025-13-04T00:00:00Z"})
    void otherTextsNameNoCase(String text) {
        assertNull(CaseId.parse(text));
    }
}
