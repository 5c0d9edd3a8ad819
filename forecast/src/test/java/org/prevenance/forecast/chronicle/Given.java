package org.prevenance.forecast.chronicle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.prevenance.event.Event;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.intake.EventReader;
import org.prevenance.scenario.ScenarioReader;
import org.prevenance.text.NamedText;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Vocabulary;
import org.prevenance.vocabulary.VocabularyReader;

/// Chronicles for tests, from events in the short form of scenarios, one a line.
public final class Given {
    private Given() {}

    public static Chronicle events(String lines) {
        return events(lines, 0);
    }

    /// @param seed adds the events in another order for each; 0: as written
    public static Chronicle events(String lines, long seed) {
        Vocabulary vocabulary = vocabulary();
        String yaml = "scenarios:\n  - name: given\n    given: |\n" + lines.indent(6)
                + "    until: 2030-01-01\n    expect: []\n";
        List<String> events = new ArrayList<>(
                ScenarioReader.read(vocabulary, ZoneId.of("UTC"), List.of(new NamedText("given.scenarios.yaml", yaml)))
                        .orThrow()
                        .getFirst()
                        .events());
        if (seed != 0) {
            Collections.shuffle(events, new Random(seed));
        }
        return chronicle(vocabulary, events);
    }

    /// @param events as JSON
    public static Chronicle chronicle(Vocabulary vocabulary, List<String> events) {
        var words = new Chronicle.Words(vocabulary, new Symbols(), new Subjects(vocabulary.kinds()), ZoneId.of("UTC"));
        List<BitSet> all = vocabulary.types().stream().map(Given::slots).toList();
        EventReader reader = new EventReader(vocabulary, words.symbols(), words.subjects(), all, words.zone());
        ChronicleWriter writer = new ChronicleWriter(words);
        Event row = new Event();
        for (String event : events) {
            byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
            var refusal = reader.read(bytes, 0, bytes.length, row);
            if (refusal != null) {
                throw new IllegalArgumentException(refusal + ": " + event);
            }
            writer.add(row);
        }
        return writer.finish();
    }

    private static BitSet slots(EventType type) {
        BitSet slots = new BitSet();
        slots.set(0, type.slotCount());
        return slots;
    }

    /// The vocabulary of the packs common and journeys.
    public static Vocabulary vocabulary() {
        return VocabularyReader.read(List.of(file("common"), file("journeys"))).orThrow();
    }

    private static NamedText file(String pack) {
        Path file = Path.of("../playbooks", pack, "vocabulary.yaml");
        try {
            return new NamedText(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
