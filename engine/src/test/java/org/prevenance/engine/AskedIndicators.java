package org.prevenance.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.prevenance.engine.AskedIndicator.Choice;
import org.prevenance.engine.AskedIndicator.Grouping;
import org.prevenance.engine.AskedIndicator.Reach;
import org.prevenance.engine.AskedIndicator.Sum;

/// Every aggregation of the language with every window, and with a seeded choice of conditions and groups.
final class AskedIndicators {
    private static final List<Choice> CHOICES = List.of(
            new Choice(", where: event.w > 3", "w > 3"),
            new Choice(", where: has(event.m)", "m is not null"),
            new Choice(", where: event.day > day(last_reset)", "day > reset_day"),
            new Choice(", since: last_reset", "time >= last_reset"),
            new Choice(", since: last_reset or life", "(last_reset is null or time >= last_reset)"),
            new Choice(", since: reset_day", "day >= reset_day"));

    private static final List<Reach> TIMED = List.of(
            days(1, 0),
            days(7, 0),
            days(30, 0),
            days(3, 1),
            days(7, 7),
            days(28, 7),
            span("1h", 60, "", 0),
            span("72h", 72 * 60, "", 0),
            span("90m", 90, "", 0),
            span("48h", 48 * 60, ", before: 24h", 24 * 60),
            new Reach(", over: hour", "time // 3600000000 = look // 3600000000"),
            new Reach(", over: hour, before: 3", "time // 3600000000 = look // 3600000000 - 3"),
            new Reach(", over: day", "day = today"),
            new Reach(", over: day, before: 1", "day = today - 1"),
            new Reach(", over: week", "day >= week and day < week + 7"),
            new Reach(", over: week, before: 2", "day >= week - 14 and day < week - 7"),
            new Reach(", over: month", "day >= month and day < month + interval 1 month"),
            new Reach(", over: month, before: 1", "day >= month - interval 1 month and day < month"));

    private static final List<Reach> UNTIMED = List.of(
            new Reach("", "true"),
            new Reach(", over: 1 events", "place <= 1"),
            new Reach(", over: 5 events", "place <= 5"),
            new Reach(", over: 12 events, skip: 1", "place between 2 and 13"),
            new Reach(", over: 3 events, skip: 4", "place between 5 and 7"));

    private final List<AskedIndicator> all = new ArrayList<>();
    private final Random random = new Random(20_25);

    private AskedIndicators() {}

    static List<AskedIndicator> all() {
        AskedIndicators asked = new AskedIndicators();
        sums().forEach(asked::everyWindow);
        asked.rates();
        sums().stream().filter(sum -> "wxm".indexOf(sum.kind()) >= 0).forEach(asked::stepwise);
        asked.streaks();
        asked.repeated();
        asked.ofItems();
        asked.siblings();
        asked.changesOfSeveral();
        return asked.all;
    }

    /// A third of them again, of each item of a list.
    private void ofItems() {
        List<AskedIndicator> ofItems = all.stream()
                .filter(one ->
                        !one.yaml().contains("streak") && !one.yaml().contains("with:") && random.nextInt(3) == 0)
                .map(AskedIndicator::ofItems)
                .toList();
        all.addAll(ofItems);
    }

    private static Reach days(int days, int before) {
        return new Reach(
                ", over: " + days + "d" + (before == 0 ? "" : ", before: " + before + "d"),
                "day between today - %d and today - %d".formatted(before + days - 1, before));
    }

    private static Reach span(String length, long minutes, String before, long beforeMinutes) {
        return new Reach(
                ", over: " + length + before,
                "time > look - %d and time <= look - %d"
                        .formatted((minutes + beforeMinutes) * 60_000_000, beforeMinutes * 60_000_000));
    }

    private static List<Sum> sums() {
        List<Sum> sums = new ArrayList<>();
        sums.add(new Sum("count: true", "", "1", "count(h.id)", 'w'));
        sums.add(new Sum("count: event.w > 5", "", "case when w > 5 then 1 end", "count(h.id)", 'w'));
        for (char kind : new char[] {'w', 'x', 'm'}) {
            String value = "event." + kind;
            String column = String.valueOf(kind);
            sums.add(new Sum("sum: $", value, column, "coalesce(sum(h.v), 0)", kind));
            sums.add(new Sum("min: $", value, column, "min(h.v)", kind));
            sums.add(new Sum("max: $", value, column, "max(h.v)", kind));
            sums.add(new Sum("mean: $", value, column, mean("h.v", kind), mixed(kind)));
            sums.add(new Sum("median: $", value, column, quantile("h.v", 0.5, kind), mixed(kind)));
            sums.add(new Sum("p90: $", value, column, quantile("h.v", 0.9, kind), mixed(kind)));
            sums.add(new Sum("quantile: {of: $, q: 0.25}", value, column, quantile("h.v", 0.25, kind), mixed(kind)));
            sums.add(new Sum("distinct: $", value, column, "count(distinct h.v)", 'w'));
            earliestAndLatest(sums, value, column, kind);
        }
        earliestAndLatest(sums, "event.time", "time", 't');
        earliestAndLatest(sums, "event.k", "k", 'k');
        earliestAndLatest(sums, "event.d", "d", 'd');
        earliestAndLatest(sums, "event.ok", "cast(ok as bigint)", 'b');
        sums.add(new Sum("min: $", "event.time", "time", "min(h.v)", 't'));
        sums.add(new Sum("max: $", "event.d", "d", "max(h.v)", 'd'));
        sums.add(new Sum("distinct: $", "event.k", "k", "count(distinct h.v)", 'w'));
        sums.add(new Sum("distinct: $", "event.day", "day", "count(distinct h.v)", 'w'));
        sums.add(new Sum("share: $", "event.ok", "cast(ok as bigint)", "avg(h.v)", 'x'));
        for (String kind : List.of("w", "x")) {
            String slope = "case when count(distinct h.time) > 1 then regr_slope(h.v, (h.time - l.look) / 86400e6) end";
            sums.add(new Sum("slope: $", "event." + kind, kind, slope, 'x'));
            sums.add(new Sum("drops: $", "event." + kind, kind, "coalesce(sum(h.fell), 0)", 'w'));
        }
        joined(sums);
        sums.add(new Sum("interval: median", "", "1", interval(0.5), 'x'));
        sums.add(new Sum("interval: p90", "", "1", interval(0.9), 'x'));
        sums.add(new Sum("interval: {q: 0.25}", "", "1", interval(0.25), 'x'));
        return sums;
    }

    /// Of earlier events: of another type at the same instant or before, of the same type before, by a key and by none.
    private static void joined(List<Sum> sums) {
        String before = "with: {p: meter.read, on: event.k}";
        String third = "with: {p: {of: meter.read, back: 3}}";
        String reset = "with: {p: meter.reset, on: event.k}";
        sums.add(new Sum("sum: $, " + before, "p.w", "before_w", "coalesce(sum(h.v), 0)", 'w'));
        sums.add(new Sum("last: $, " + before, "p.time", "before_time", latest(), 't'));
        sums.add(new Sum("max: $, " + third, "event.w - p.w", "w - third_w", "max(h.v)", 'w'));
        sums.add(new Sum("min: $, " + reset, "p.time", "before_reset", "min(h.v)", 't'));
        sums.add(new Sum(
                "mean: '$', " + reset,
                "seconds_between(p.time, event.time)",
                "(time - before_reset) // 1000000",
                "avg(h.v)",
                'x'));
        sums.add(new Sum(
                "count: event.w > p.w, " + before, "", "case when w > before_w then 1 end", "count(h.id)", 'w'));
        sums.add(new Sum("changes: $", "event.k", "k", "coalesce(sum(h.changed), 0)", 'w'));
        sums.add(new Sum("changes: $", "event.w", "w", "coalesce(sum(h.changed), 0)", 'w'));
    }

    private static String latest() {
        return "last(h.v order by h.time, h.known, h.id)";
    }

    private static void earliestAndLatest(List<Sum> sums, String value, String column, char kind) {
        sums.add(new Sum("first: $", value, column, "first(h.v order by h.time, h.known, h.id)", kind));
        sums.add(new Sum("last: $", value, column, "last(h.v order by h.time, h.known, h.id)", kind));
    }

    /// Means and quantiles of wholes are numbers.
    private static char mixed(char kind) {
        return kind == 'w' ? 'x' : kind;
    }

    private static String mean(String value, char kind) {
        return kind == 'm'
                ? "round_even(cast(sum(%s) as double) / count(%s), 0)".formatted(value, value)
                : "avg(" + value + ")";
    }

    private static String quantile(String value, double q, char kind) {
        String exact = "quantile_cont(cast(%s as double), %s)".formatted(value, q);
        return kind == 'm' ? "round_even(" + exact + ", 0)" : exact;
    }

    private static String interval(double q) {
        return "round_even(quantile_cont(cast(h.gap as double), %s), 0) / 1e6".formatted(q);
    }

    private void everyWindow(Sum sum) {
        List<Reach> reaches = new ArrayList<>(TIMED);
        reaches.addAll(UNTIMED);
        reaches.forEach(reach -> all.add(AskedIndicator.of(sum, reach, AskedIndicator.ALL)));
        CHOICES.forEach(choice -> all.add(AskedIndicator.of(sum, any(reaches), choice)));
        for (Grouping grouping : groupings(sum.kind())) {
            Choice choice = random.nextInt(3) == 0 ? any(CHOICES) : AskedIndicator.ALL;
            // a reset has no other fields than k, and takes away whatever the condition says about readings
            all.add(AskedIndicator.grouped(
                    sum, any(reaches), grouping.unless() ? AskedIndicator.ALL : choice, grouping));
        }
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /// A few ways to group values of this kind, with each way to combine them once.
    private List<Grouping> groupings(char kind) {
        List<Grouping> groupings = new ArrayList<>();
        add(groupings, "count", "count(o.value)", kind);
        if (kind != 'x') { // whether two means are the same is a matter of the last bit
            add(groupings, "distinct", "count(distinct o.value)", kind);
        }
        add(groupings, "first-key", "min(o.key1)", kind);
        add(groupings, "last-key", "max(o.key1)", kind);
        if ("wxmtd".indexOf(kind) >= 0) {
            add(groupings, "min", "min(o.value)", kind);
            add(groupings, "max", "max(o.value)", kind);
        }
        if ("wxm".indexOf(kind) >= 0) {
            add(groupings, "sum", "coalesce(sum(o.value), 0)", kind);
            add(groupings, "mean", mean("o.value", kind), kind);
            add(groupings, "median", quantile("o.value", 0.5, kind), kind);
        }
        return groupings;
    }

    private void add(List<Grouping> groupings, String take, String sql, char kind) {
        boolean one = take.endsWith("key");
        boolean unless = random.nextInt(3) == 0;
        String by = unless ? "k" : any(one ? List.of("k", "d", "w", "day") : List.of("k", "day", "k, ok", "d, k, w"));
        String keys = ", by: [event." + by.replace(", ", ", event.") + "]";
        boolean having = "wxm".indexOf(kind) >= 0 && random.nextInt(3) == 0;
        String bound = kind == 'm' ? "money(\"3 EUR\")" : kind == 'x' ? "3.137" : "3"; // no slope is just that
        groupings.add(new Grouping(
                keys + ", take: " + take + (unless ? ", unless: meter.reset" : "")
                        + (having ? ", having: 'value >= " + bound + "'" : ""),
                by,
                unless,
                !having ? "true" : kind == 'm' ? "value >= 3000000" : "value >= " + bound,
                sql));
    }

    /// Groups made one step by step, each sum with three random ways.
    private void stepwise(Sum sum) {
        List<Reach> reaches = new ArrayList<>(TIMED);
        reaches.addAll(UNTIMED);
        List<List<String>> keyed = List.of(
                List.of("day", "k"),
                List.of("k", "day"),
                List.of("d", "k", "w"),
                List.of("k", "day", "ok"),
                List.of("day", "w"));
        for (int i = 0; i < 3; i++) {
            List<String> keys = any(keyed);
            List<String> takes = new ArrayList<>();
            List<String> steps = new ArrayList<>();
            char kind = sum.kind();
            int count = 1 + random.nextInt(keys.size() - 1);
            for (int step = 0; step < count; step++) {
                String take = any(List.of("sum", "min", "max", "count", "mean", "median"));
                takes.add(take);
                steps.add(taken(take, kind));
                kind = take.equals("count") ? 'w' : take.startsWith("me") ? mixed(kind) : kind;
            }
            boolean one = keys.size() - count == 1;
            String last = any(one ? List.of("mean", "count", "sum", "last-key") : List.of("median", "max", "count"));
            boolean having = random.nextBoolean();
            all.add(AskedIndicator.stepwise(
                    sum,
                    random.nextBoolean() ? any(TIMED.subList(0, 6)) : any(reaches),
                    random.nextInt(3) == 0 ? any(CHOICES) : AskedIndicator.ALL,
                    new AskedIndicator.Steps(
                            ", by: [event." + String.join(", event.", keys) + "], take: [" + String.join(", ", takes)
                                    + ", " + last + "]" + (having ? ", having: parts >= 2" : ""),
                            keys,
                            steps,
                            having ? "parts >= 2" : "true",
                            taken(last, kind))));
        }
    }

    private static String taken(String take, char kind) {
        return switch (take) {
            case "sum" -> "coalesce(sum(o.value), 0)";
            case "mean" -> mean("o.value", kind);
            case "median" -> quantile("o.value", 0.5, kind);
            case "count" -> "count(o.value)";
            case "last-key" -> "max(o.key1)";
            default -> take + "(o.value)";
        };
    }

    private void rates() {
        for (char kind : new char[] {'w', 'x'}) {
            for (Reach reach : TIMED) {
                String length = length(reach.yaml());
                String sql = "coalesce(sum(h.v), 0) * 86400e6 / (%s)".formatted(length);
                all.add(AskedIndicator.of(
                        new Sum("rate: $, per: day", "event." + kind, String.valueOf(kind), sql, 'x'),
                        reach,
                        random.nextBoolean() ? any(CHOICES) : AskedIndicator.ALL));
            }
        }
    }

    /// The length of a window in microseconds: days of a rolling window have 24 hours, calendar units what they have.
    private static String length(String yaml) {
        String over = yaml.replaceAll(", over: ([^,]*).*", "$1");
        int before = yaml.contains("before: ") && over.matches("[a-z]+")
                ? Integer.parseInt(yaml.replaceAll(".*before: ", ""))
                : 0;
        return switch (over) {
            case "hour" -> "3600e6";
            case "day" -> between("l.today - " + before, "l.today - " + before + " + 1");
            case "week" -> between("l.week - 7 * " + before, "l.week - 7 * " + before + " + 7");
            case "month" ->
                between(
                        "cast(l.month - interval " + before + " month as date)",
                        "cast(l.month - interval " + before + " month + interval 1 month as date)");
            default -> {
                long count = Long.parseLong(over.substring(0, over.length() - 1));
                yield count
                        + switch (over.charAt(over.length() - 1)) {
                            case 'd' -> " * 86400e6";
                            case 'h' -> " * 3600e6";
                            default -> " * 60e6";
                        };
            }
        };
    }

    private static String between(String from, String to) {
        return "(select starts from day where day = %s) - (select starts from day where day = %s)".formatted(to, from);
    }

    private void streaks() {
        String hour = "time // 3600000000";
        String thisHour = "l.look // 3600000000";
        String day = "day - date '1970-01-01'";
        String today = "(l.today - date '1970-01-01')";
        all.add(AskedIndicator.streak("each: hour", hour, thisHour, Long.MAX_VALUE));
        all.add(AskedIndicator.streak("each: hour, over: 5h", hour, thisHour, 5));
        all.add(AskedIndicator.streak("each: hour, over: 1d", hour, thisHour, 24));
        all.add(AskedIndicator.streak("each: day", day, today, Long.MAX_VALUE));
        all.add(AskedIndicator.streak("each: day, over: 2d", day, today, 2));
        all.add(AskedIndicator.row("each: hour, gap: 90m", 90, 60, Long.MAX_VALUE));
        all.add(AskedIndicator.row("each: hour, gap: 60m", 60, 60, Long.MAX_VALUE));
        all.add(AskedIndicator.row("each: hour, gap: 3h, over: 5h", 180, 60, 5));
        all.add(AskedIndicator.row("each: day, gap: 30h", 30 * 60, 24 * 60, Long.MAX_VALUE));
    }

    private void repeated() {
        List<Reach> reaches = new ArrayList<>(TIMED.subList(0, 6));
        reaches.addAll(UNTIMED);
        for (Reach reach : reaches) {
            all.add(AskedIndicator.repeated('m', "sum", "coalesce(sum(t.value), 0)", reach));
            all.add(AskedIndicator.repeated('w', "max", "max(t.value)", reach));
            all.add(AskedIndicator.repeatedUnless('w', "sum", "coalesce(sum(t.value), 0)", reach));
        }
        Reach life = UNTIMED.getFirst();
        all.add(AskedIndicator.repeated('m', "min", "min(t.value)", life));
        all.add(AskedIndicator.repeated('m', "mean", mean("t.value", 'm'), life));
        all.add(AskedIndicator.repeated('x', "median", quantile("t.value", 0.5, 'x'), life));
        all.add(AskedIndicator.repeated('x', "count", "count(t.value)", life));
    }

    /// Groups that pass by what another indicator says at the same key.
    private void siblings() {
        for (Reach reach : TIMED.subList(0, 8)) {
            all.add(AskedIndicator.beside("count: true", "count(*)", reach, "value > resets", "o.value > r.resets"));
            all.add(AskedIndicator.beside(
                    "sum: event.w", "sum(w)", reach, "has(resets) && value > resets * 3", "o.value > r.resets * 3"));
            all.add(AskedIndicator.beside(
                    "last: event.time",
                    "max(time)",
                    reach,
                    "!has(reset_at) || value > reset_at",
                    "(r.reset_at is null or o.value > r.reset_at)"));
        }
    }

    /// What is not said stays as it was.
    private void changesOfSeveral() {
        for (Reach reach : TIMED) {
            all.add(AskedIndicator.changes("[event.w, event.k, event.d]", List.of("w", "k", "d"), reach));
        }
        all.add(AskedIndicator.changes("[event.k, event.ok]", List.of("k", "ok"), UNTIMED.getFirst()));
    }
}
