package org.prevenance.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prevenance.event.Event;
import org.prevenance.event.Raw;
import org.prevenance.event.ZoneDays;
import org.prevenance.expression.Numbers;
import org.prevenance.expression.ValueType;
import org.prevenance.signal.Case;

/// What one subject reads of others, in random worlds, against plain loops over all of them at each instant. What is
/// kept of each subject by itself is held against SQL elsewhere, so it is taken from the engine here.
class AcrossSubjectsTest {
    private static final String ITEMS = """
        playbook: test/items
        about: item
        indicators:
          shop_now: {last: event.shopId, of: item.moved, purpose: test}
          chain:    {last: event.chain, of: item.moved, purpose: test}
          moved:    {last: event.time, of: item.moved, purpose: test}
          w:        {last: event.w, of: item.moved, purpose: test}
          x:        {mean: event.x, of: item.moved, purpose: test}
          m:        {last: event.m, of: item.moved, purpose: test}
          by_day:   {count: true, of: item.moved, over: 2d, purpose: test}
          by_hours: {count: true, of: item.moved, over: 5h, purpose: test}
          fresh:    {value: elapsed(moved) < 9000}
          busy:     {value: by_hours >= 1}
          crowded:  {read: is_crowded, of: shop, id: shop_now}
          usual:    {peers: median, of: m, among: chain}
          quick:    {peers: share, of: fresh, among: chain}
          varied:   {peers: distinct, of: w, among: chain}
        signals:
          in-a-crowd:
            when: crowded
            because: {fr: "{crowded}", en: "{crowded}"}
        """;

    private static final List<String> SHOP = List.of(
            "count",
            "sum of w",
            "sum of x",
            "sum of m",
            "mean of w",
            "mean of x",
            "mean of m",
            "min of w",
            "max of x",
            "min of m",
            "median of w",
            "median of x",
            "median of m",
            "median of by_day",
            "max of by_hours",
            "distinct of w",
            "distinct of m",
            "share of fresh",
            "share of busy");

    private static final String PEOPLE = """
        playbook: test/people
        about: buyer
        indicators:
          year: {last: event.year, of: buyer.known, purpose: test}
        """;

    private final World world = World.of(ShopLives.VOCABULARY, List.of(ITEMS, shops(), PEOPLE));

    /// Each way of rolling up, over all items of the shop, over those that moved of late, and by a key that is a text.
    private static String shops() {
        StringBuilder text = new StringBuilder("""
            playbook: test/shops
            about: shop
            indicators:
              their_year: {read: year, of: buyer, id: event.buyerId}
              young:      {count: true, of: shop.visited, where: their_year > 1999, purpose: test}
              years:      {sum: their_year, of: shop.visited, over: 3d, purpose: test}
              fresh_now:  {gather: count, of: item, where: fresh, by: shop_now}
              is_crowded: {value: fresh_now >= 2}
            """);
        for (int i = 0; i < SHOP.size(); i++) {
            String[] words = SHOP.get(i).split(" of ");
            String body = "gather: " + words[0] + ", of: item" + (words.length > 1 ? ", value: " + words[1] : "");
            text.append("  all%d: {%s, by: shop_now}\n".formatted(i, body));
            text.append("  some%d: {%s, by: shop_now, where: busy}\n".formatted(i, body));
            text.append("  named%d: {%s, by: chain}\n".formatted(i, body));
        }
        return text.append("""
            signals:
              crowded:
                when: is_crowded
                because: {fr: "{fresh_now}", en: "{fresh_now}"}
              for-the-young:
                when: young >= 1
                because: {fr: "{young}", en: "{young}"}
            """).toString();
    }

    @ParameterizedTest(name = "worlds from seed {0}")
    @ValueSource(longs = {100, 200})
    void whatIsReadOfOthersIsWhatTheyHoldThen(long from) {
        for (long seed = from; seed < from + 3; seed++) {
            new Life(seed).lookAround();
        }
    }

    @ParameterizedTest(name = "worlds from seed {0}")
    @ValueSource(longs = 300)
    void casesOpenAndCloseAtTheVeryInstant(long from) {
        int cases = 0;
        for (long seed = from; seed < from + 3; seed++) {
            cases += new Life(seed).compareCases();
        }
        assertTrue(cases > 25, "The worlds are too tame: " + cases + " cases.");
    }

    /// One world, looked at from its first to its last instant.
    private final class Life {
        private final long seed;
        private final List<Event> events;
        private final long end;
        private final Published published;
        private final List<Case> cases;
        private final EventList history = new EventList(world.program.symbols());
        private final Engine engine;
        private final List<Event> known = new ArrayList<>();
        private final Map<String, Long> values = new HashMap<>();
        private long lookedAt;
        private int next;

        Life(long seed) {
            this.seed = seed;
            events = new ArrayList<>(world.events(ShopLives.of(seed)));
            Collections.shuffle(events, new Random(seed));
            events.sort(Comparator.comparingLong(Event::known));
            end = ZoneDays.micros(ShopLives.START.plus(Duration.ofDays(ShopLives.DAYS + 4)));
            published = new Published(world.stages);
            cases = world.judge(published, events, end);
            engine = new Engine(world.stages.plan(), published, history);
        }

        void goTo(long at) {
            for (; next < events.size() && events.get(next).known() <= at; next++) {
                history.add(events.get(next));
                engine.apply(events.get(next));
                known.add(events.get(next));
            }
        }

        /// Every instant at which something may change, and those just before.
        TreeSet<Long> instants() {
            TreeSet<Long> all = new TreeSet<>();
            ZoneDays days = new ZoneDays(ZoneId.of("Europe/Paris"));
            for (Event event : events) {
                for (long seconds : new long[] {0, 9_000, 5 * 3_600}) {
                    all.add(event.known());
                    all.add(event.time() + seconds * Raw.SECOND);
                    all.add(event.time() + seconds * Raw.SECOND - 1);
                }
            }
            for (long day = days.day(events.getFirst().known()); days.start(day) <= end; day++) {
                all.add(days.start(day));
            }
            return new TreeSet<>(all.subSet(events.getFirst().known(), end));
        }

        void lookAround() {
            Random random = new Random(seed);
            for (long at : instants()) {
                if (random.nextInt(12) == 0) {
                    goTo(at);
                    look(at);
                }
            }
        }

        private void look(long at) {
            List<Integer> items = subjects("item/I", ShopLives.ITEMS);
            for (int shop : subjects("shop/S", ShopLives.SHOPS)) {
                for (int i = 0; i < SHOP.size(); i++) {
                    String way = SHOP.get(i);
                    List<Integer> here = bearing(items, "shop_now", shop, at);
                    List<Integer> busy = here.stream()
                            .filter(item -> value(item, "busy", at) == 1)
                            .toList();
                    long name =
                            world.program.symbols().of(world.program.subjects().id(shop));
                    same(way, rolled(way, here, at), shop, "all" + i, at);
                    same(way + ", busy", rolled(way, busy, at), shop, "some" + i, at);
                    same(way + ", named", rolled(way, bearing(items, "chain", name, at), at), shop, "named" + i, at);
                }
                same(
                        "young",
                        visitors(shop, at, Long.MIN_VALUE).stream()
                                .filter(year -> year > 1999)
                                .count(),
                        shop,
                        "young",
                        at);
                long first = new ZoneDays(ZoneId.of("Europe/Paris")).day(at) - 2;
                long sum = visitors(shop, at, first).stream()
                        .mapToLong(year -> year)
                        .sum();
                same("years", sum, shop, "years", at);
            }
            for (int item : items) {
                long chain = value(item, "chain", at);
                List<Integer> peers = chain == Raw.ABSENT ? List.of() : bearing(items, "chain", chain, at);
                same("usual", rolled("median of m", peers, at), item, "usual", at);
                same("quick", rolled("share of fresh", peers, at), item, "quick", at);
                long varied = chain == Raw.ABSENT ? Raw.ABSENT : rolled("distinct of w", peers, at);
                same("varied", varied, item, "varied", at);
                long shop = value(item, "shop_now", at);
                same("crowded", shop == Raw.ABSENT ? Raw.ABSENT : crowded((int) shop, at), item, "crowded", at);
            }
        }

        private List<Integer> bearing(List<Integer> items, String key, long wanted, long at) {
            return items.stream().filter(item -> value(item, key, at) == wanted).toList();
        }

        /// A shop is judged from when something is known about it, or gathered for it.
        private long crowded(int shop, long at) {
            long fresh = freshIn(shop, at);
            boolean met = known.stream().anyMatch(event -> event.subject() == shop) || everGathered(shop, at);
            return met ? fresh >= 2 ? 1 : 0 : Raw.ABSENT;
        }

        private boolean everGathered(int shop, long at) {
            long first = published.gathered(world.indicator("fresh_now")).nextAfter(shop, Steps.NO_ROW, Long.MIN_VALUE);
            return first <= at;
        }

        private long freshIn(int shop, long at) {
            return bearing(subjects("item/I", ShopLives.ITEMS), "shop_now", shop, at).stream()
                    .filter(item -> value(item, "fresh", at) == 1)
                    .count();
        }

        /// The years of birth, as known now, of those whose visits are known and stand.
        private List<Long> visitors(int shop, long at, long firstDay) {
            ZoneDays days = new ZoneDays(ZoneId.of("Europe/Paris"));
            long today = days.day(at);
            return known.stream()
                    .filter(event -> event.type().name().equals("shop.visited"))
                    .filter(event -> event.subject() == shop && event.standing() == Event.Standing.ORIGINAL)
                    .filter(event ->
                            known.stream().noneMatch(other -> event.id().equals(other.target())))
                    .filter(event -> firstDay == Long.MIN_VALUE
                            || days.day(event.time()) >= firstDay && days.day(event.time()) <= today)
                    .map(event ->
                            event.value(Objects.requireNonNull(event.type().field("buyerId"))
                                    .slot()))
                    .map(buyer -> value(buyer.intValue(), "year", at))
                    .filter(year -> year != Raw.ABSENT)
                    .toList();
        }

        private long rolled(String way, List<Integer> items, long at) {
            String[] words = way.split(" of ");
            if (words.length == 1) {
                return items.size();
            }
            ValueType.Kind kind = type(words[1]).kind();
            List<Double> values = items.stream()
                    .map(item -> value(item, words[1], at))
                    .filter(raw -> raw != Raw.ABSENT)
                    .map(raw -> kind == ValueType.Kind.NUMBER ? Numbers.of(raw) : (double) raw)
                    .sorted()
                    .toList();
            return Plainly.roll(words[0], values, kind);
        }

        private long value(int subject, String name, long at) {
            if (at != lookedAt) {
                lookedAt = at;
                values.clear();
            }
            return values.computeIfAbsent(
                    subject + " " + name, _ -> engine.indicator(subject, world.indicator(name), at));
        }

        private ValueType type(String name) {
            return world.program.indicators().get(world.indicator(name)).type();
        }

        private void same(String what, long expected, int subject, String name, long at) {
            long found = value(subject, name, at);
            boolean number =
                    type(name).kind() == ValueType.Kind.NUMBER && expected != Raw.ABSENT && found != Raw.ABSENT;
            // sums and means are of numbers rounded to the millionth
            boolean close = number && Math.abs(Numbers.of(expected) - Numbers.of(found)) < 4e-6;
            if (expected != found && !close) {
                assertEquals(
                        number ? Numbers.of(expected) : expected,
                        number ? Numbers.of(found) : found,
                        "seed " + seed + ": " + what + " of "
                                + world.program.subjects().name(subject) + " at " + ZoneDays.instant(at));
            }
        }

        int compareCases() {
            List<String> expected = new ArrayList<>();
            TreeSet<Long> instants = instants();
            List<Integer> shops = subjects("shop/S", ShopLives.SHOPS);
            List<Integer> items = subjects("item/I", ShopLives.ITEMS);
            Instant[] crowdedSince = new Instant[ShopLives.SHOPS];
            Instant[] youngSince = new Instant[ShopLives.SHOPS];
            Instant[] itemSince = new Instant[ShopLives.ITEMS];
            for (long at : instants) {
                goTo(at);
                for (int i = 0; i < shops.size(); i++) {
                    boolean crowded = freshIn(shops.get(i), at) >= 2;
                    boolean young =
                            visitors(shops.get(i), at, Long.MIN_VALUE).stream().anyMatch(year -> year > 1999);
                    crowdedSince[i] = turn("crowded", shops.get(i), crowded, crowdedSince[i], at, expected);
                    youngSince[i] = turn("for-the-young", shops.get(i), young, youngSince[i], at, expected);
                }
                for (int i = 0; i < items.size(); i++) {
                    long shop = value(items.get(i), "shop_now", at);
                    boolean crowded = shop != Raw.ABSENT && freshIn((int) shop, at) >= 2;
                    itemSince[i] = turn("in-a-crowd", items.get(i), crowded, itemSince[i], at, expected);
                }
            }
            for (int i = 0; i < shops.size(); i++) {
                turn("crowded", shops.get(i), false, crowdedSince[i], Long.MAX_VALUE, expected);
                turn("for-the-young", shops.get(i), false, youngSince[i], Long.MAX_VALUE, expected);
            }
            for (int i = 0; i < items.size(); i++) {
                turn("in-a-crowd", items.get(i), false, itemSince[i], Long.MAX_VALUE, expected);
            }
            List<String> found = cases.stream()
                    .map(one -> "%s %s %s %s"
                            .formatted(one.signal().substring(5), one.subject(), one.openedAt(), one.closedAt()))
                    .sorted()
                    .toList();
            Collections.sort(expected);
            assertEquals(String.join("\n", expected), String.join("\n", found), "seed " + seed);
            return found.size();
        }

        private Instant turn(String signal, int subject, boolean holds, Instant since, long at, List<String> expected) {
            if (holds == (since != null)) {
                return since;
            }
            if (holds) {
                return ZoneDays.instant(at);
            }
            Instant closed = at == Long.MAX_VALUE ? null : ZoneDays.instant(at);
            expected.add(
                    "%s %s %s %s".formatted(signal, world.program.subjects().name(subject), since, closed));
            return null;
        }

        private List<Integer> subjects(String prefix, int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> world.subject(prefix + i))
                    .toList();
        }
    }

    /// The ways of rolling up, written out once more over a sorted list.
    private static final class Plainly {
        private Plainly() {}

        static long roll(String way, List<Double> values, ValueType.Kind kind) {
            double sum = values.stream().mapToDouble(value -> value).sum();
            if (values.isEmpty()) {
                return List.of("sum", "distinct").contains(way) ? 0 : Raw.ABSENT;
            }
            return switch (way) {
                case "sum" -> raw(sum, kind);
                case "mean" -> mean(sum / values.size(), kind);
                case "min" -> raw(values.getFirst(), kind);
                case "max" -> raw(values.getLast(), kind);
                case "median" -> {
                    int half = values.size() / 2;
                    double middle =
                            values.size() % 2 == 1 ? values.get(half) : (values.get(half - 1) + values.get(half)) / 2;
                    yield mean(middle, kind);
                }
                case "share" ->
                    Numbers.raw(values.stream().filter(value -> value == 1).count() / (double) values.size());
                case "distinct" -> values.stream().distinct().count();
                default -> throw new IllegalArgumentException(way);
            };
        }

        private static long mean(double value, ValueType.Kind kind) {
            return kind == ValueType.Kind.MONEY
                    ? BigDecimal.valueOf(value)
                            .setScale(0, RoundingMode.HALF_EVEN)
                            .longValueExact()
                    : Numbers.raw(value);
        }

        private static long raw(double value, ValueType.Kind kind) {
            return kind == ValueType.Kind.NUMBER ? Numbers.raw(value) : (long) value;
        }
    }
}
