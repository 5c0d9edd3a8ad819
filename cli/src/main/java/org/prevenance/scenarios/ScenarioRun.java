package org.prevenance.scenarios;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.prevenance.engine.Engine;
import org.prevenance.engine.EventList;
import org.prevenance.engine.Published;
import org.prevenance.engine.Stage;
import org.prevenance.engine.Stages;
import org.prevenance.event.Event;
import org.prevenance.event.ZoneDays;
import org.prevenance.intake.EventReader;
import org.prevenance.intake.Refusal;
import org.prevenance.playbook.Program;
import org.prevenance.scenario.Scenario;
import org.prevenance.signal.Case;
import org.prevenance.signal.Command;

/// Runs scenarios as a check of a folder would: the same reader, the same engine, copies dropped, and only what was
/// known by the scenario's end. Nothing is kept from one scenario to the next. Not thread-safe.
public final class ScenarioRun {
    private final Program program;
    private final Stages stages;
    private final EventReader reader;

    public ScenarioRun(Program program) {
        this.program = program;
        this.stages = new Stages(program);
        this.reader = new EventReader(
                program.vocabulary(),
                program.symbols(),
                program.subjects(),
                stages.plan().slotsKept(),
                program.zone());
    }

    /// Runs one scenario and compares what it found with what was expected, of the signals in its own folder and in the
    /// packs that it expects something of: other packs may find troubles of their own in its events.
    ///
    /// @throws RefusedEvent when one of its events is not admitted
    public Verdict run(Scenario scenario) throws RefusedEvent {
        Predicate<String> concerned = concerned(scenario);
        List<Command> commands = new ArrayList<>();
        List<Case> found = cases(scenario, commands).stream()
                .filter(one -> concerned.test(pack(one.signal())))
                .toList();
        commands.sort(Command.ORDER);
        return Verdict.of(scenario, found, commands, program.zone());
    }

    /// Whether a pack concerns a scenario. Where no playbook lies beside it, all do.
    private Predicate<String> concerned(Scenario scenario) {
        Set<String> packs = program.playbooks().stream()
                .filter(playbook -> folder(playbook.file()).equals(folder(scenario.file())))
                .map(playbook -> pack(playbook.name()))
                .collect(Collectors.toCollection(HashSet::new));
        if (packs.isEmpty()) {
            return _ -> true;
        }
        scenario.expected().forEach(expected -> packs.add(pack(expected.signal())));
        return packs::contains;
    }

    private static String folder(String file) {
        return file.substring(0, Math.max(0, file.lastIndexOf(File.separatorChar)));
    }

    private static String pack(String name) {
        return name.substring(0, name.indexOf('/'));
    }

    /// The cases that one scenario finds, of whatever pack.
    ///
    /// @throws RefusedEvent when one of its events is not admitted
    public List<Case> found(Scenario scenario) throws RefusedEvent {
        return cases(scenario, new ArrayList<>());
    }

    private List<Case> cases(Scenario scenario, List<Command> commands) throws RefusedEvent {
        long until = ZoneDays.micros(scenario.until());
        EventList history = new EventList(program.symbols());
        List<Event> events = known(scenario, until);
        events.forEach(history::add);
        Published published = new Published(stages);
        List<Case> cases = new ArrayList<>();
        for (Stage stage : stages.all()) {
            Engine engine = new Engine(stage.plan(), published, history);
            for (int subject : published.awaited(stage)) {
                engine.await(subject);
            }
            events.forEach(engine::apply);
            cases.addAll(engine.finish(until));
            commands.addAll(engine.commands());
            published.close(stage);
        }
        return cases;
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
