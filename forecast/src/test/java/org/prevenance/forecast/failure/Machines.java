package org.prevenance.forecast.failure;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.chronicle.ChronicleWriter;
import org.prevenance.forecast.target.Declaration;
import org.prevenance.forecast.target.DeclarationReader;
import org.prevenance.text.Checked;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;
import org.prevenance.vocabulary.EventType;
import org.prevenance.vocabulary.Vocabulary;
import org.prevenance.vocabulary.VocabularyReader;

/// Made machines that shake more and more before they fail: one begins each third day, and reports once a day at noon.
final class Machines {
    static final int FIRST = (int) LocalDate.of(2025, 1, 2).toEpochDay();
    private static final String VOCABULARY = """
            pack: test
            kinds: {device: {}}
            purposes: {care: {basis: consent}}
            types:
              device.reported: {about: device, purpose: care, sensitivity: technical, fields: {vibration: {type: number}}}
              device.failed: {about: device, purpose: care, sensitivity: technical, fields: {code: {type: text}}}
            """;

    final Chronicle.Words words = words();

    /// @param count of machines
    Chronicle live(long seed, int count) {
        ChronicleWriter writer = new ChronicleWriter(words);
        for (int machine = 0; machine < count; machine++) {
            Random random = new Random(seed * 1_000 + machine);
            int first = machine * 3;
            int life = 45 + random.nextInt(60);
            for (int day = 0; day < life; day++) {
                double shaken = 10 + random.nextGaussian() + 9 * Math.pow((double) day / life, 8);
                Event report = event("device.reported", "M" + machine, first + day, first + day);
                report.value(0, Math.round(shaken * Raw.MICROS));
                writer.add(report);
            }
            writer.add(event("device.failed", "M" + machine, first + life, first + life));
        }
        return writer.finish();
    }

    /// @param day   at whose noon it happened, counted from the first
    /// @param known at whose noon it became known
    Event event(String type, String device, int day, int known) {
        Event event = new Event();
        EventType declared = words.vocabulary().type(type);
        if (declared == null) {
            throw new AssertionError(type);
        }
        event.clear(declared);
        event.times(noon(day), noon(known));
        event.id(type + device + day + "-" + known);
        event.source(words.symbols().of("test"));
        event.subject(words.subjects().of("device/" + device));
        return event;
    }

    static long noon(int day) {
        return (FIRST + day) * Raw.DAY + 12 * Raw.HOUR;
    }

    static FailureTarget target() {
        Mistakes mistakes = new Mistakes();
        Declaration declaration = DeclarationReader.read(new NamedText("failure.forecast.yaml", """
                forecast: failure
                target: failure
                title: {fr: "Panne", en: "Failure"}
                purpose: care
                visit: 90 EUR
                breakdown: 600 EUR
                measures: [vibration]
                """), mistakes);
        if (declaration == null || !mistakes.isEmpty()) {
            throw new AssertionError(mistakes.sorted());
        }
        return FailureTarget.of(declaration);
    }

    private static Chronicle.Words words() {
        if (VocabularyReader.read(List.of(new NamedText("vocabulary.yaml", VOCABULARY)))
                instanceof Checked.Right<Vocabulary>(Vocabulary vocabulary)) {
            return new Chronicle.Words(
                    vocabulary, new Symbols(), new Subjects(vocabulary.kinds()), ZoneId.of("Europe/Paris"));
        }
        throw new AssertionError("The vocabulary of this test has mistakes.");
    }
}
