package org.prevenance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.signal.Case;
import org.prevenance.wording.Answer;
import org.prevenance.wording.Comparison;

/// `contradictions` says what a plain look at the latest standing answer of each channel says, whether events are
/// folded
/// in passing or anew, late, corrected, retracted or withdrawn.
class ContradictionsTest {
    private static final long START = ZoneDays.micros(RandomLives.START);
    private static final List<String> TEXTS = List.of(
            "Vous avez 14 jours pour vous rétracter.",
            "Vous avez 30 jours pour vous rétracter.",
            "You have two weeks to change your mind.",
            "Le retour de la box est gratuit.",
            "Le retour de la box coûte 5 €.");

    private final World world = World.of("""
            playbook: test/answers
            about: topic
            zone: Europe/Paris
            indicators:
              gaps: {contradictions: event.text, of: answer.published, by: event.channel, sources: event.sourceUrl, unless: answer.withdrawn, purpose: service}
              gap: {contradiction: event.text, of: answer.published, by: event.channel, sources: event.sourceUrl, unless: answer.withdrawn, purpose: service}
              newer: {contradictions: event.text, of: answer.published, by: event.channel, sources: event.sourceUrl, unless: answer.withdrawn, over: 20d, purpose: service}
            signals:
              gap:
                when: gaps > 0
                because: {fr: "{gap}", en: "{gap}"}
            """);

    /// @param text of an answer; empty: the channel's answer is withdrawn
    private record Said(
            String id, String channel, String text, boolean sourced, long time, long known, String of, String how) {
        String json() {
            String type = text.isEmpty() && how.isEmpty() ? "answer.withdrawn" : "answer.published";
            String source = sourced ? ",\"sourceUrl\":\"https://example.org\"" : "";
            String about = how.isEmpty() ? "" : ",\"" + how + "\":\"" + of + "\"";
            return """
                {"specversion":"1.0","id":"%s","source":"s","type":"%s","subject":"topic/T","time":"%s",\
                "recordedtime":"%s","data":{"channel":"%s","text":"%s"%s%s}}""".formatted(
                            id, type, ZoneDays.instant(time), ZoneDays.instant(known), channel, text, source, about);
        }
    }

    private static List<Said> life(long seed) {
        Random random = new Random(seed);
        List<Said> life = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            long time = START + random.nextInt(60) * Raw.DAY + random.nextInt(24) * Raw.HOUR + i;
            long known = time + (random.nextInt(4) == 0 ? random.nextInt(15) * Raw.DAY : 0);
            String channel = List.of("web", "phone", "shop").get(random.nextInt(3));
            String text = random.nextInt(6) == 0 ? "" : TEXTS.get(random.nextInt(TEXTS.size()));
            boolean sourced = random.nextBoolean();
            life.add(new Said("e" + i, channel, text, sourced && !text.isEmpty(), time, known, "", ""));
            if (!text.isEmpty() && random.nextInt(6) == 0) {
                String how = random.nextBoolean() ? "retracts" : "corrects";
                String other = TEXTS.get(random.nextInt(TEXTS.size()));
                long then = known + (1 + random.nextInt(5)) * Raw.DAY;
                life.add(new Said("x" + i, channel, other, sourced, time, then, "e" + i, how));
            }
        }
        life.sort(Comparator.comparingLong(Said::known).thenComparingLong(Said::time));
        return life;
    }

    /// How many pairs of channels contradict each other, as known at an instant, of answers since `from`.
    private static long plain(List<Said> life, long at, long from) {
        Set<String> replaced = new HashSet<>();
        life.stream()
                .filter(said -> said.known() <= at && !said.of().isEmpty())
                .forEach(said -> replaced.add(said.of()));
        Map<String, Answer> latest = new TreeMap<>();
        life.stream()
                .filter(said -> said.known() <= at && said.time() >= from && said.time() <= at)
                .filter(said -> !replaced.contains(said.id()) && !said.how().equals("retracts"))
                .sorted(Comparator.comparingLong(Said::time))
                .forEach(said -> {
                    latest.remove(said.channel());
                    if (!said.text().isEmpty()) {
                        List<String> sources = said.sourced() ? List.of("https://example.org") : List.of();
                        latest.put(said.channel(), new Answer(said.text(), sources));
                    }
                });
        List<Answer> answers = List.copyOf(latest.values());
        long pairs = 0;
        for (int i = 0; i < answers.size(); i++) {
            for (int j = i + 1; j < answers.size(); j++) {
                pairs += Comparison.of(answers.get(i), answers.get(j)).isEmpty() ? 0 : 1;
            }
        }
        return pairs;
    }

    @ParameterizedTest(name = "lives from seed {0}")
    @ValueSource(longs = {100, 200, 300})
    void whatTheLatestAnswersSay(long from) {
        Set<Long> seen = new HashSet<>();
        for (long seed = from; seed < from + 40; seed++) {
            for (boolean anew : new boolean[] {false, true}) {
                follow(life(seed), seed, anew, seen);
            }
        }
        assertTrue(seen.containsAll(Set.of(0L, 1L, 2L, 3L)), () -> "Too tame: " + seen);
    }

    private void follow(List<Said> life, long seed, boolean anew, Set<Long> seen) {
        EventList history = new EventList(world.program.symbols());
        Engine engine = new Engine(world.plan, new Published(world.stages), history);
        int topic = world.subject("topic/T");
        int next = 0;
        for (int day = 0; day < 80; day++) {
            long at = START + day * Raw.DAY + 12 * Raw.HOUR;
            for (; next < life.size() && life.get(next).known() <= at; next++) {
                Event event = world.event(life.get(next).json());
                history.add(event);
                engine.apply(event);
                if (anew) {
                    engine.forgetFolded();
                }
            }
            long expected = plain(life, at, Long.MIN_VALUE);
            long today = world.plan.days.day(at);
            String where = "seed " + seed + ", day " + day + (anew ? ", anew" : "");
            assertEquals(expected, engine.indicator(topic, world.indicator("gaps"), at), where);
            assertEquals(
                    plain(life, at, world.plan.days.start(today - 19)),
                    engine.indicator(topic, world.indicator("newer"), at),
                    where);
            boolean told = engine.indicator(topic, world.indicator("gap"), at) != Raw.ABSENT;
            assertEquals(expected > 0, told, where);
            seen.add(expected);
        }
    }

    @Test
    void theProofAreTheLatestAnswersThatContradictEachOther() {
        List<Said> life = List.of(
                said("a", "web", TEXTS.get(1), 1),
                said("b", "web", TEXTS.get(0), 2),
                said("c", "shop", TEXTS.get(2), 3),
                said("d", "app", TEXTS.get(3), 4),
                said("e", "phone", TEXTS.get(1), 5));

        List<Case> cases = cases(life);

        assertEquals(List.of("e", "c", "b"), cases.getFirst().evidence());
        assertEquals(
                "téléphone : « 30 jours », boutique : « two weeks »",
                cases.getFirst().because().fr());
        assertEquals(
                "phone: “30 jours”, shop: “two weeks”",
                cases.getFirst().because().en());
    }

    private static Said said(String id, String channel, String text, int day) {
        return new Said(id, channel, text, false, START + day * Raw.DAY, START + day * Raw.DAY, "", "");
    }

    private List<Case> cases(List<Said> life) {
        EventList history = new EventList(world.program.symbols());
        Engine engine = new Engine(world.plan, new Published(world.stages), history);
        for (Said said : life) {
            Event event = world.event(said.json());
            history.add(event);
            engine.apply(event);
        }
        return engine.finish(START + 10 * Raw.DAY);
    }
}
