package org.prevenance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the commands for those who write playbooks exit with, and say where they are wrongly asked.
class PlaybooksCommandTest {
    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    private int run(String... words) {
        return Main.command().setErr(new PrintWriter(said, true)).execute(words);
    }

    @Test
    void a_name_that_is_nothing_is_wrong_use_with_a_hint() {
        for (String what : new String[] {"check", "test", "docs"}) {
            assertEquals(2, run("playbooks", what, "telecon"));
        }
        assertTrue(said.toString().contains("Maybe write one of: appliances, bank,"), said::toString);
    }

    @Test
    void a_file_is_tested_by_its_own_scenarios() throws Exception {
        Files.writeString(folder.resolve("a.playbook.yaml"), playbook("a", "bill.paid"));
        Files.writeString(folder.resolve("b.playbook.yaml"), playbook("b", "refund.issued"));
        Files.writeString(folder.resolve("a.scenarios.yaml"), scenario("a", "bill.paid", 3));
        Files.writeString(
                folder.resolve("b.scenarios.yaml"), scenario("b", "refund.issued", 2)); // expects a case too early

        assertEquals(
                0, run("playbooks", "test", folder.resolve("a.playbook.yaml").toString()));
        assertEquals(
                0, run("playbooks", "test", folder.resolve("a.scenarios.yaml").toString()));
        assertEquals(
                1, run("playbooks", "test", folder.resolve("b.playbook.yaml").toString()));
        assertEquals(1, run("playbooks", "test", folder.toString()));
    }

    @Test
    void a_file_without_scenarios_is_wrong_use() throws Exception {
        Files.writeString(folder.resolve("a.playbook.yaml"), playbook("a", "bill.paid"));

        assertEquals(
                2, run("playbooks", "test", folder.resolve("a.playbook.yaml").toString()));
        assertTrue(said.toString().contains("there is no (a.scenarios.yaml)"), said::toString);
    }

    private static String playbook(String name, String type) {
        return """
                playbook: own/%s
                about: contract
                title: {fr: "Trois fois", en: "Three of them"}
                indicators:
                  bills: {count: true, of: %s, purpose: contract, title: {fr: "nombre", en: "number"}}
                signals:
                  %s-many:
                    title: {fr: "Trois fois", en: "Three of them"}
                    when: bills >= 3
                    because: {fr: "{bills} fois.", en: "{bills} times."}
                    then:
                      - call: {team: billing, within: 2d, kind: service}
                """.formatted(name, type, name);
    }

    private static String scenario(String name, String type, int times) {
        StringBuilder given = new StringBuilder();
        for (int i = 1; i <= times; i++) {
            given.append("      2025-0%d-05 %s contract/C1 {amount: 10 EUR}\n".formatted(i, type));
        }
        return """
                scenarios:
                  - name: as many as there are
                    given: |
                %s    until: 2025-06-30
                    expect:
                      - {signal: own/%s-many, subject: contract/C1}
                """.formatted(given, name);
    }
}
