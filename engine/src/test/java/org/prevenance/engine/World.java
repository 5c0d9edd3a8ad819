package org.prevenance.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prevenance.event.Event;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.intake.EventReader;
import org.prevenance.intake.Refusal;
import org.prevenance.language.Playbooks;
import org.prevenance.playbook.Indicator;
import org.prevenance.playbook.Program;
import org.prevenance.signal.Case;
import org.prevenance.text.NamedText;
import org.prevenance.vocabulary.Vocabulary;
import org.prevenance.vocabulary.VocabularyReader;

/// A compiled program with the means to feed it: what the engine's tests share.
final class World {
    final Program program;
    final Stages stages;
    /// Everything, as if in one stage: enough where nothing is read of other subjects.
    final Plan plan;
    private final EventReader reader;

    private World(List<NamedText> playbooks) {
        this(texts(Path.of("../playbooks"), "vocabulary.yaml"), playbooks);
    }

    private World(List<NamedText> vocabularies, List<NamedText> playbooks) {
        Vocabulary vocabulary = VocabularyReader.read(vocabularies).orThrow();
        program = Playbooks.compile(vocabulary, playbooks, new Symbols(), new Subjects(vocabulary.kinds()))
                .orThrow();
        stages = new Stages(program);
        plan = stages.plan();
        reader = new EventReader(
                vocabulary, program.symbols(), program.subjects(), stages.plan().slotsKept(), program.zone());
    }

    /// With the telecom pack that ships.
    static World telecom() {
        return new World(texts(Path.of("../playbooks/telecom"), ".playbook.yaml"));
    }

    /// With a pack that ships.
    static World ofPack(String pack) {
        return new World(texts(Path.of("../playbooks", pack), ".playbook.yaml"));
    }

    /// With these packs that ship.
    static World packs(String... names) {
        List<NamedText> playbooks = new ArrayList<>();
        for (String name : names) {
            playbooks.addAll(texts(Path.of("../playbooks", name), ".playbook.yaml"));
        }
        return new World(playbooks);
    }

    /// With one playbook.
    static World of(String playbook) {
        return new World(List.of(new NamedText("test.playbook.yaml", playbook)));
    }

    /// With one playbook over a vocabulary of its own.
    static World of(String vocabulary, String playbook) {
        return new World(
                List.of(new NamedText("vocabulary.yaml", vocabulary)),
                List.of(new NamedText("test.playbook.yaml", playbook)));
    }

    /// With several playbooks over a vocabulary of their own.
    static World of(String vocabulary, List<String> playbooks) {
        return new World(
                List.of(new NamedText("vocabulary.yaml", vocabulary)),
                IntStream.range(0, playbooks.size())
                        .mapToObj(i -> new NamedText("test" + i + ".playbook.yaml", playbooks.get(i)))
                        .toList());
    }

    private static List<NamedText> texts(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<NamedText> texts = new ArrayList<>();
            for (Path file : files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList()) {
                texts.add(new NamedText(file.getFileName().toString(), Files.readString(file)));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Event event(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Event event = new Event();
        @Nullable Refusal refusal = reader.read(bytes, 0, bytes.length, event);
        if (refusal != null) {
            throw new IllegalArgumentException(refusal + " in " + json);
        }
        return event;
    }

    List<Event> events(List<String> lines) {
        return lines.stream().map(this::event).toList();
    }

    /// The cases, told in a line each, of events in the order in which they became known.
    List<String> cases(List<Event> events, long until) {
        return tell(judge(new Published(stages), events, until));
    }

    /// The same, with something done to the engine of each stage before each event.
    List<String> cases(List<Event> events, long until, BiConsumer<Engine, Event> before) {
        Published published = new Published(stages);
        List<Case> cases = new ArrayList<>();
        for (Stage stage : stages.all()) {
            cases.addAll(judge(stage, published, events, until, before));
        }
        return tell(cases);
    }

    /// The cases of all stages.
    List<Case> judge(Published published, List<Event> events, long until) {
        List<Case> cases = new ArrayList<>();
        for (Stage stage : stages.all()) {
            cases.addAll(judge(stage, published, events, until));
        }
        return cases;
    }

    private List<Case> judge(Stage stage, Published published, List<Event> events, long until) {
        return judge(stage, published, events, until, (engine, event) -> {});
    }

    private List<Case> judge(
            Stage stage, Published published, List<Event> events, long until, BiConsumer<Engine, Event> before) {
        EventList history = new EventList(program.symbols());
        Engine engine = new Engine(stage.plan(), published, history);
        for (int subject : published.awaited(stage)) {
            engine.await(subject);
        }
        for (Event event : events) {
            before.accept(engine, event);
            history.add(event);
            engine.apply(event);
        }
        List<Case> cases = engine.finish(until);
        published.close(stage);
        return cases;
    }

    /// What all stages but the last publish.
    Published published(List<Event> events, long until) {
        Published published = new Published(stages);
        stages.all().subList(0, stages.all().size() - 1).forEach(stage -> judge(stage, published, events, until));
        return published;
    }

    /// An engine for the last stage, with what is awaited in it.
    Engine lastEngine(Published published, History history) {
        Stage last = stages.all().getLast();
        Engine engine = new Engine(last.plan(), published, history);
        for (int subject : published.awaited(last)) {
            engine.await(subject);
        }
        return engine;
    }

    static List<String> tell(List<Case> cases) {
        return cases.stream().map(Case::toString).sorted().toList();
    }

    int indicator(String name) {
        return program.indicators().stream()
                .filter(indicator -> indicator.name().equals(name))
                .mapToInt(Indicator::ordinal)
                .findFirst()
                .orElseThrow();
    }

    int subject(String name) {
        return program.subjects().of(name);
    }
}
