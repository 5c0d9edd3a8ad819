package org.prevenance.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.prevenance.event.Event;
import org.prevenance.vocabulary.EventType;

/// Who may use whom. A new package is one new line here.
class PlanTest {
    static final Plan PLAN = new Plan(Compiled.BASE, """
            module engine
            text
            vocabulary: text
            event:      vocabulary
            expression: event
            playbook:   expression event vocabulary
            signal:     playbook expression event
            language:   signal playbook expression event vocabulary text
            scenario:   signal vocabulary text
            intake:     event vocabulary
            wording:
            engine:     intake wording signal playbook expression event vocabulary
            measure:    signal event

            module forecast
            forecast.judge: measure signal event
            forecast.chronicle: event vocabulary
            forecast.model:     text
            forecast.target:    forecast.judge forecast.model forecast.chronicle event text
            forecast.gtfs:      intake event vocabulary
            forecast.facts:     forecast.chronicle intake event vocabulary text
            forecast.learn:
            forecast.arrival:   forecast.learn forecast.facts forecast.target forecast.judge forecast.model forecast.chronicle event text
            forecast.eta:       forecast.judge forecast.chronicle event vocabulary
            forecast.wait:      forecast.target forecast.judge forecast.model forecast.chronicle event vocabulary text
            forecast.platform:  forecast.target forecast.judge forecast.model forecast.chronicle intake event vocabulary text
            forecast.failure:   forecast.target forecast.judge forecast.model forecast.chronicle event vocabulary text
            forecast:           forecast.arrival forecast.failure forecast.wait forecast.platform forecast.target text

            module simulator
            simulator.world:
            simulator.telecom:    simulator.world
            simulator.energy:     simulator.world
            simulator.appliances: simulator.world
            simulator.bank:       simulator.world
            simulator.journeys:   simulator.world
            simulator.channels:   simulator.world
            simulator.care:       simulator.world
            simulator.team:       simulator.world
            simulator.rail:       simulator.world
            simulator.queue:      simulator.world
            simulator.csv:        simulator.world
            simulator:            simulator.world simulator.telecom simulator.energy simulator.appliances simulator.bank simulator.journeys simulator.channels simulator.care simulator.team simulator.rail simulator.queue simulator.csv

            module cli
            files:      intake event vocabulary
            sources:    files forecast.gtfs intake event vocabulary text
            check:      sources files engine language intake signal playbook expression event vocabulary text
            backtest:   check files engine language measure signal playbook expression event vocabulary text
            report:     forecast.judge backtest check files measure playbook signal event text
            scenarios:  check engine intake scenario signal playbook event vocabulary text
            catalogue:  scenarios check scenario signal playbook expression vocabulary text
            forecasting: report forecast.judge forecast.eta check sources files engine forecast.target forecast.model forecast.chronicle signal event vocabulary text
            stations:   forecast.target event text
            cli:        stations forecasting forecast forecast.eta forecast.judge forecast.target forecast.model forecast.chronicle catalogue scenarios report backtest measure check sources files simulator engine language scenario signal playbook event vocabulary text
            """);

    @Test
    void code_keeps_to_the_plan() {
        List<String> violations = PLAN.violations(Compiled.CLASSES);

        assertEquals("", String.join("\n", violations));
    }

    @Test
    void a_package_that_is_not_on_the_plan_is_reported() {
        Plan empty = new Plan(Compiled.BASE, "module engine\nevent:");

        List<String> violations = empty.violations(new ClassFileImporter().importClasses(EventType.class));

        assertEquals(List.of("The package vocabulary is not on the plan: add a line for it in PlanTest."), violations);
    }

    @Test
    void a_use_that_the_plan_does_not_show_is_reported_with_its_line() {
        Plan apart = new Plan(Compiled.BASE, "module engine\nvocabulary:\nevent:");

        List<String> violations = apart.violations(new ClassFileImporter().importClasses(Event.class));

        assertFalse(violations.isEmpty());
        for (String violation : violations) {
            assertTrue(violation.startsWith("event may not use vocabulary: "), violation);
            assertTrue(violation.contains("(Event.java:"), violation);
        }
    }

    @Test
    void a_class_in_another_module_than_planned_is_reported() {
        Plan moved = new Plan(Compiled.BASE, "module cli\nvocabulary:");

        List<String> violations = moved.violations(new ClassFileImporter().importClasses(EventType.class));

        assertTrue(
                violations.contains("org.prevenance.vocabulary.EventType stands in the module engine, not in cli."),
                violations::toString);
    }

    @Test
    void the_plan_itself_cannot_hold_a_cycle() {
        String drawing = """
                module cli
                check: files
                files: check
                """;

        var refused = assertThrows(IllegalArgumentException.class, () -> new Plan(Compiled.BASE, drawing));

        assertEquals("check names files, which is not declared before it.", refused.getMessage());
    }

    @Test
    void every_package_says_what_it_is_for_and_that_null_is_named() {
        for (JavaPackage found : Compiled.CLASSES.getPackage(Compiled.BASE).getSubpackagesInTree()) {
            if (!found.getClasses().isEmpty()) {
                assertTrue(
                        found.isAnnotatedWith(NullMarked.class),
                        () -> found.getName() + " needs a package-info.java with one sentence and @NullMarked.");
            }
        }
    }
}
