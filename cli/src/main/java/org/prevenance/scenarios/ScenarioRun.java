package org.prevenance.scenarios;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.prevenance.engine.Engine;
import org.prevenance.engine.EventList;
import org.prevenance.engine.Plan;
import org.prevenance.engine.SharedValues;
import org.prevenance.event.Event;
import org.prevenance.event.ZoneDays;
import org.prevenance.intake.EventReader;
import org.prevenance.intake.Refusal;
import org.prevenance.playbook.Program;
import org.prevenance.scenario.Scenario;
import org.prevenance.signal.Case;

/// Runs scenarios as a check of a folder would: the same reader, the same engine, copies dropped, and only what was
/// known by the scenario's end. Nothing is kept from one scenario to the next. Not thread-safe.
public final class ScenarioRun {
    private final Program program;
    private final Plan plan;
    private final BitSet sharedKinds;
    private final EventReader reader;

    public ScenarioRun(Program program) {
        this.program = program;
        this.plan = new Plan(program);
        this.sharedKinds = plan.sharedKinds();
        this.reader = new EventReader(
                program.vocabulary(), program.symbols(), program.subjects(), plan.slotsKept(), program.zone());
    }

    /// Runs one scenario and compares what it found with what was expected.
    ///
    /// @throws RefusedEvent when one of its events is not admitted
    public Verdict run(Scenario scenario) throws RefusedEvent {
        return Verdict.of(scenario, cases(scenario), program.zone());
    }

    private List<Case> cases(Scenario scenario) throws RefusedEvent {
        long until = ZoneDays.micros(scenario.until());
        List<Event> shared = new ArrayList<>();
        List<Event> own = new ArrayList<>();
        for (Event event : known(scenario, until)) {
            boolean isShared = sharedKinds.get(program.subjects().kind(event.subject()));
            (isShared ? shared : own).add(event);
        }
        SharedValues values = new SharedValues();
        List<Case> cases = new ArrayList<>(judge(shared, values, until));
        cases.addAll(judge(own, values, until));
        return cases;
    }

    private List<Case> judge(List<Event> events, SharedValues values, long until) {
        EventList history = new EventList(program.symbols());
        events.forEach(history::add);
        Engine engine = new Engine(plan, values, history);
        events.forEach(engine::apply);
        return engine.finish(until);
    }

    /// The events known by the end, in the order in which they became known; of copies the one known first.
    private List<Event> known(Scenario scenario, long until) throws RefusedEvent {
        EventList all = new EventList(program.symbols());
        for (String json : scenario.events()) {
            all.add(read(scenario, json));
        }
        List<Event> known = new ArrayList<>();
        Set<Identity> seen = new HashSet<>();
        for (Event event : all.byKnownTime()) {
            if (event.known() <= until && seen.add(new Identity(event.source(), event.id()))) {
                known.add(event);
            }
        }
        return known;
    }

    private record Identity(int source, String id) {}

    private Event read(Scenario scenario, String json) throws RefusedEvent {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Event event = new Event();
        Refusal refusal = reader.read(bytes, 0, bytes.length, event);
        if (refusal != null) {
            throw new RefusedEvent(scenario, json, refusal);
        }
        return event;
    }
}
