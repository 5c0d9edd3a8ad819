package org.prevenance.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.prevenance.check.Packs;

/// Every scenario of every pack that ships is a test of its own.
class ShippedScenariosTest {
    @TestFactory
    Stream<DynamicTest> holds() throws IOException {
        ScenarioSuite suite = shipped();
        ScenarioRun run = new ScenarioRun(suite.program());
        return suite.scenarios().stream().map(scenario -> {
            String name = Path.of(scenario.file()).getFileName() + ": " + scenario.name();
            URI place = Path.of("..", scenario.file()).toUri();
            return DynamicTest.dynamicTest(name, place, () -> {
                Verdict verdict = run.run(scenario);
                assertEquals(List.of(), verdict.differences(), verdict::render);
            });
        });
    }

    @Test
    void every_signal_is_expected_by_some_scenario() throws IOException {
        assertEquals(List.of(), shipped().unproven());
    }

    private static ScenarioSuite shipped() throws IOException {
        return ScenarioSuite.read(Packs.shipped().choose(List.of())).orThrow();
    }
}
