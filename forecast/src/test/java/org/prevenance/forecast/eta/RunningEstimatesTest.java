package org.prevenance.forecast.eta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.prevenance.forecast.judge.EtaBucket.UP_TO_10;
import static org.prevenance.forecast.judge.EtaBucket.UP_TO_15;
import static org.prevenance.forecast.judge.EtaBucket.UP_TO_3;
import static org.prevenance.forecast.judge.EtaBucket.UP_TO_6;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prevenance.event.Event;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.forecast.chronicle.Chronicle;
import org.prevenance.forecast.chronicle.ChronicleWriter;
import org.prevenance.forecast.judge.Eta;
import org.prevenance.forecast.judge.EtaBucket;
import org.prevenance.forecast.judge.Figure;
import org.prevenance.intake.EventReader;
import org.prevenance.text.NamedText;
import org.prevenance.vocabulary.Vocabulary;
import org.prevenance.vocabulary.VocabularyReader;

/// One train that reaches Lyon at 09:00, and what was said of it before.
class RunningEstimatesTest {
    private static final int FORECAST = 0;
    private static final int OPERATOR = 1;
    private static final String CALLED = """
            {"type":"trip.called","id":"c1","time":"2026-03-10T09:00:00Z","data":{"stop":"Lyon","arrived":"2026-03-10T09:00:00Z"}}
            """;

    private static String expected(String id, String known, String arrival) {
        return """
                {"type":"trip.expected","id":"%s","time":"2026-03-10T%sZ","data":{"stop":"Lyon","arrival":"2026-03-10T%sZ"}}
                """.formatted(id, known, arrival);
    }

    private static List<Eta> of(String... lines) throws Exception {
        Vocabulary vocabulary = VocabularyReader.read(List.of(named("common"), named("journeys")))
                .orThrow();
        var words = new Chronicle.Words(vocabulary, new Symbols(), new Subjects(vocabulary.kinds()), ZoneOffset.UTC);
        List<BitSet> all = vocabulary.types().stream()
                .map(type -> {
                    BitSet slots = new BitSet();
                    slots.set(0, type.slotCount());
                    return slots;
                })
                .toList();
        EventReader reader = new EventReader(vocabulary, words.symbols(), words.subjects(), all, ZoneOffset.UTC);
        ChronicleWriter writer = new ChronicleWriter(words);
        for (String line : lines) {
            String whole = line.strip()
                    .replaceFirst("^\\{", "{\"specversion\":\"1.0\",\"source\":\"urn:t\",\"subject\":\"trip/T17\",");
            byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
            Event row = new Event();
            assertNull(reader.read(bytes, 0, bytes.length, row));
            writer.add(row.copy());
        }
        return RunningEstimates.of(writer.finish());
    }

    private static long asked(List<Eta> etas, int method, EtaBucket bucket) {
        return etas.get(method).buckets().get(bucket.ordinal()).predictions();
    }

    private static double share(List<Eta> etas, int method, EtaBucket bucket) {
        return assertPresent(etas.get(method).buckets().get(bucket.ordinal()).accurate())
                .value();
    }

    private static Figure assertPresent(@Nullable Figure figure) {
        assertNotNull(figure);
        return figure;
    }

    private static NamedText named(String pack) throws Exception {
        Path file = Path.of("..", "playbooks", pack, "vocabulary.yaml");
        return new NamedText(file.toString(), Files.readString(file));
    }

    @Test
    void the_operator_is_asked_each_minute_with_what_was_known_by_then() throws Exception {
        List<Eta> etas = of(
                expected("e1", "08:30:00", "08:57:00"), // the vehicle comes 3 minutes after it: fine from 6 min
                expected("e2", "08:56:30", "09:00:10"),
                CALLED);

        assertEquals(5, asked(etas, OPERATOR, UP_TO_15)); // 11 to 14 minutes before, and 10
        assertEquals(1, share(etas, OPERATOR, UP_TO_15));
        assertEquals(4, asked(etas, OPERATOR, UP_TO_10));
        assertEquals(1, share(etas, OPERATOR, UP_TO_10));
        assertEquals(3, asked(etas, OPERATOR, UP_TO_6));
        assertEquals(1 / 3.0, share(etas, OPERATOR, UP_TO_6)); // only the one asked at 08:57 knew better
        assertEquals(3, asked(etas, OPERATOR, UP_TO_3));
        assertEquals(1, share(etas, OPERATOR, UP_TO_3));
    }

    @Test
    void our_forecast_is_judged_beside_it() throws Exception {
        List<Eta> etas = of(expected("e1", "08:30:00", "08:50:00"), """
                {"type":"forecast.arrival","id":"f1","time":"2026-03-10T08:46:00Z","data":{"stop":"Lyon","arrival":"2026-03-10T09:00:00Z","minutes":0,"late15":0.01,"model":"m"}}
                """, CALLED);

        assertEquals(0, share(etas, OPERATOR, UP_TO_15));
        assertEquals(1, share(etas, FORECAST, UP_TO_15));
        assertEquals(5, asked(etas, FORECAST, UP_TO_15));
        assertEquals(1, assertPresent(etas.get(FORECAST).overall()).value());
    }

    @Test
    void an_arrival_that_is_taken_back_or_not_sure_judges_nobody() throws Exception {
        String unsure = CALLED.replace("\"stop\"", "\"within\":61,\"stop\"");
        String back = """
                {"type":"trip.called","id":"c2","time":"2026-03-10T09:00:30Z","data":{"retracts":"c1"}}
                """;

        assertEquals(List.of(), of(expected("e1", "08:30:00", "09:00:00"), unsure));
        assertEquals(List.of(), of(expected("e1", "08:30:00", "09:00:00"), CALLED, back));
        assertEquals(3, asked(of(expected("e1", "08:30:00", "09:00:00"), CALLED), OPERATOR, UP_TO_3));
    }

    @Test
    void where_there_is_no_estimate_any_more_none_is_judged() throws Exception {
        String none = """
                {"type":"trip.expected","id":"e2","time":"2026-03-10T08:57:30Z","data":{"stop":"Lyon"}}
                """;

        List<Eta> etas = of(expected("e1", "08:30:00", "09:00:00"), none, CALLED);

        assertEquals(0, asked(etas, OPERATOR, UP_TO_3));
        assertEquals(3, asked(etas, OPERATOR, UP_TO_6));
    }
}
