package org.prevenance.forecast.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.prevenance.event.Event;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.chronicle.ChronicleWriter;
import org.prevenance.forecast.target.Declaration;
import org.prevenance.forecast.target.DeclarationReader;
import org.prevenance.intake.EventReader;
import org.prevenance.text.Mistakes;
import org.prevenance.text.NamedText;
import org.prevenance.vocabulary.Vocabulary;
import org.prevenance.vocabulary.VocabularyReader;

/// Trains of a test at the station of Bourg: each goes there from Lyon, an hour before it is planned to arrive.
final class Board {
    static final Vocabulary VOCABULARY = vocabulary();
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    final List<String> lines = new ArrayList<>();

    private static Vocabulary vocabulary() {
        Path file = Path.of("../playbooks/journeys/vocabulary.yaml");
        Path common = Path.of("../playbooks/common/vocabulary.yaml");
        try {
            return VocabularyReader.read(List.of(
                            new NamedText("common", Files.readString(common)),
                            new NamedText("journeys", Files.readString(file))))
                    .orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A train is planned two days before it arrives.
    Board planned(String number, Instant arrival, String platform) {
        Instant leaves = arrival.minusSeconds(3_600);
        String published = platform.isEmpty() ? "" : ",\"platform\":\"" + platform + "\"";
        return event(
                "plan-" + number + arrival,
                "trip.planned",
                trip(number, arrival),
                arrival.minusSeconds(172_800),
                "{\"operator\":\"O\",\"number\":\"%s\",\"kind\":\"train\",\"line\":\"L1\",\"calls\":[{\"stop\":\"Lyon\",\"departure\":\"%s\"},{\"stop\":\"Bourg\",\"arrival\":\"%s\"%s}]}"
                        .formatted(number, leaves, arrival, published));
    }

    /// It arrives in time on a platform, which is known a minute later.
    Board called(String number, Instant arrival, String platform) {
        return event(
                "call-" + number + arrival,
                "trip.called",
                trip(number, arrival),
                arrival.plusSeconds(60),
                "{\"stop\":\"Bourg\",\"arrived\":\"%s\",\"platform\":\"%s\"}".formatted(arrival, platform));
    }

    /// The operator announces a platform.
    Board announced(String number, Instant arrival, String platform, Instant when) {
        return event(
                "say-" + number + when,
                "trip.expected",
                trip(number, arrival),
                when,
                "{\"stop\":\"Bourg\",\"arrival\":\"%s\",\"platform\":\"%s\"}".formatted(arrival, platform));
    }

    /// Corrects the platform of a call.
    Board corrected(String number, Instant arrival, String platform, Instant when) {
        return event(
                "fix-" + number + when,
                "trip.called",
                trip(number, arrival),
                when,
                "{\"corrects\":\"call-%s%s\",\"stop\":\"Bourg\",\"arrived\":\"%s\",\"platform\":\"%s\"}"
                        .formatted(number, arrival, arrival, platform));
    }

    static String trip(String number, Instant arrival) {
        return "trip/%s-%s".formatted(number, arrival.toString().substring(0, 10));
    }

    private Board event(String id, String type, String subject, Instant known, String data) {
        lines.add(
                "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"rail\",\"type\":\"%s\",\"subject\":\"%s\",\"time\":\"%s\",\"recordedtime\":\"%s\",\"data\":%s}"
                        .formatted(id, type, subject, known, known, data));
        return this;
    }

    Chronicle chronicle() {
        var words = new Chronicle.Words(VOCABULARY, new Symbols(), new Subjects(VOCABULARY.kinds()), PARIS);
        List<BitSet> slots = VOCABULARY.types().stream()
                .map(type -> {
                    BitSet all = new BitSet();
                    all.set(0, type.slotCount());
                    return all;
                })
                .toList();
        var reader = new EventReader(VOCABULARY, words.symbols(), words.subjects(), slots, PARIS);
        ChronicleWriter writer = new ChronicleWriter(words);
        Event event = new Event();
        for (String line : lines) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            var refusal = reader.read(bytes, 0, bytes.length, event);
            if (refusal != null) {
                throw new IllegalArgumentException(refusal + "\n" + line);
            }
            writer.add(event);
        }
        return writer.finish();
    }

    static PlatformTarget target() {
        return target("""
                forecast: platform
                purpose: service
                target: platform
                horizons: [24h, 2h]
                """);
    }

    static PlatformTarget target(String yaml) {
        Mistakes mistakes = new Mistakes();
        Declaration declaration =
                Objects.requireNonNull(DeclarationReader.read(new NamedText("platform.forecast.yaml", yaml), mistakes));
        PlatformTarget target = PlatformTarget.read(declaration, mistakes);
        if (target == null) {
            throw new IllegalArgumentException(mistakes.sorted().toString());
        }
        return target;
    }
}
