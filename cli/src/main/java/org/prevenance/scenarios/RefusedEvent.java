package org.prevenance.scenarios;

import org.prevenance.intake.Refusal;
import org.prevenance.scenario.Scenario;

/// A scenario gives an event that would not be admitted.
public final class RefusedEvent extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedEvent(Scenario scenario, String json, Refusal refusal) {
        super("An event of the scenario \"%s\" would be refused, because of %s: %s %s"
                .formatted(
                        scenario.name(),
                        refusal.field() == null ? "its form" : refusal.field(),
                        refusal.reason(),
                        json));
    }
}
