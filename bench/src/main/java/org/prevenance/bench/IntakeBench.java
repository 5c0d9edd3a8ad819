package org.prevenance.bench;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.prevenance.event.Event;
import org.prevenance.event.Subjects;
import org.prevenance.event.Symbols;
import org.prevenance.intake.EventReader;
import org.prevenance.intake.Refusal;
import org.prevenance.text.NamedText;
import org.prevenance.vocabulary.Vocabulary;
import org.prevenance.vocabulary.VocabularyReader;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Events read per second of processor time by one thread: [EventReader], which checks every field and fills a row,
/// next to Jackson that only steps over the tokens. Both read the same lines, by turns, in one run.
///
/// Arguments, all optional: how many devices the lines are about (10,000), how many rounds (15).
public final class IntakeBench {
    private static final int LINES = 100_000;
    private static final int PASSES = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String VOCABULARY = """
            pack: bench
            kinds: {device: {}}
            purposes: {care: {basis: consent}}
            types:
              device.usage:
                about: device
                purpose: care
                sensitivity: technical
                atLeastOneOf: [bytes, kwh]
                fields:
                  bytes: {type: whole}
                  kwh:   {type: number}
                  from:  {type: time}
                  to:    {type: time}
            """;

    private final byte[] lines;
    private final int[] starts = new int[LINES + 1];
    private final Event row = new Event();
    private final EventReader reader;
    private final JsonFactory jackson = JsonFactory.builder().build();
    private long sum;

    private IntakeBench(int devices) {
        Vocabulary vocabulary = VocabularyReader.read(List.of(new NamedText("bench.yaml", VOCABULARY)))
                .orThrow();
        var slots = new BitSet();
        slots.set(0, vocabulary.types().getFirst().slotCount());
        reader = new EventReader(
                vocabulary, new Symbols(), new Subjects(vocabulary.kinds()), List.of(slots), ZoneId.of("Europe/Paris"));
        var random = new Random(1);
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < LINES; i++) {
            starts[i] = out.size();
            out.writeBytes(line(random, i, random.nextInt(devices)).getBytes(StandardCharsets.UTF_8));
        }
        starts[LINES] = out.size();
        lines = out.toByteArray();
    }

    private static String line(Random random, int number, int device) {
        int day = 1 + random.nextInt(27);
        return """
                {"specversion":"1.0","id":"u-%06d-2025-03-%02d","source":"urn:op:usage","type":"device.usage",\
                "subject":"device/D%06d","time":"2025-03-%02dT23:59:00Z","datacontenttype":"application/json",\
                "data":{"bytes":%d,"from":"2025-03-%02dT00:00:00Z","to":"2025-03-%02dT00:00:00Z"}}
                """.formatted(number, day, device, day, random.nextInt(1_000_000_000), day, day + 1);
    }

    public static void main(String[] arguments) {
        int devices = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
        var bench = new IntakeBench(devices);
        double[] ours = new double[rounds];
        double[] tokens = new double[rounds];
        double[] values = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            ours[round] = perSecond(bench::readEvents);
            tokens[round] = perSecond(bench::stepOverTokens);
            values[round] = perSecond(bench::readValues);
        }
        System.out.printf(
                "%d lines of %d bytes about %d devices, %d rounds; million events a second of one core, median (best)%n",
                LINES, bench.lines.length / LINES, devices, rounds);
        print("EventReader: checked and filled", ours);
        print("Jackson streaming: tokens only", tokens);
        print("Jackson streaming: names and values as strings", values);
        System.out.println("check sum " + bench.sum);
    }

    private static double perSecond(Runnable pass) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < PASSES; i++) {
            pass.run();
        }
        return (double) LINES * PASSES * 1e3 / (THREADS.getCurrentThreadCpuTime() - start);
    }

    private static void print(String what, double[] figures) {
        Arrays.sort(figures);
        System.out.printf("%-48s %.2f (%.2f)%n", what, figures[figures.length / 2], figures[figures.length - 1]);
    }

    private void readEvents() {
        for (int i = 0; i < LINES; i++) {
            Refusal refusal = reader.read(lines, starts[i], starts[i + 1], row);
            if (refusal != null) {
                throw new IllegalStateException("Line " + i + ": " + refusal);
            }
            sum += row.value(0) + row.time() + row.subject();
        }
    }

    private void stepOverTokens() {
        for (int i = 0; i < LINES; i++) {
            try (JsonParser parser = parser(i)) {
                while (parser.nextToken() != null) {
                    sum++;
                }
            }
        }
    }

    private void readValues() {
        for (int i = 0; i < LINES; i++) {
            try (JsonParser parser = parser(i)) {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    sum += token == JsonToken.VALUE_NUMBER_INT
                            ? parser.getLongValue()
                            : parser.getString().length();
                }
            }
        }
    }

    private JsonParser parser(int line) {
        return jackson.createParser(ObjectReadContext.empty(), lines, starts[line], starts[line + 1] - starts[line]);
    }
}
