package org.prevenance.engine;

import java.util.List;
import java.util.stream.Collectors;

/// One indicator, said twice: in the playbook language, and in SQL over the tables that [MeterTables] makes.
///
/// @param yaml the body of the indicator
/// @param sql  gives `meter`, `look` and `value` for every instant at which a meter is looked at
record AskedIndicator(String yaml, String sql) {

    /// How the events of a window become one value.
    ///
    /// @param yaml  with `$` where the value expression stands
    /// @param value the value expression in the playbook, and in SQL (`seen`'s columns)
    /// @param sql   the aggregate over `v`, `time`, `known`, `id`, `day`, `fell` of the table `held`
    /// @param kind  `w`, `x`, `m` or other: how means and sums of it are written
    record Sum(String yaml, String value, String column, String sql, char kind) {}

    /// Which events count.
    ///
    /// @param sql a condition over `placed` (`time`, `day`, `place`) and the instant `look`, whose day is `today`
    record Reach(String yaml, String sql) {}

    /// Which events count, whatever the window: where and since.
    record Choice(String yaml, String sql) {}

    /// How groups become one value.
    ///
    /// @param by     SQL columns of the keys
    /// @param unless whether resets of the same `k` take away
    /// @param having over `value`, or `true`
    /// @param take   the aggregate over `value` and the first key `key1`
    record Grouping(String yaml, String by, boolean unless, String having, String take) {}

    /// How groups become one value in several steps.
    ///
    /// @param keys  SQL columns of the keys, the last of which the first steps take away
    /// @param steps over `value`, one for each step but the last
    record Steps(String yaml, List<String> keys, List<String> steps, String having, String take) {}

    static final Choice ALL = new Choice("", "true");

    static AskedIndicator of(Sum sum, Reach reach, Choice choice) {
        return new AskedIndicator(
                body(sum, reach, choice, ""), """
            with %s
            select l.meter, l.look, %s as value
            from look l left join held h on h.meter = l.meter and h.look = l.look
            group by l.meter, l.look, l.today, l.week, l.month
            """.formatted(held(sum, reach, choice, "", "true"), sum.sql()));
    }

    static AskedIndicator grouped(Sum sum, Reach reach, Choice choice, Grouping grouping) {
        String unless = grouping.unless()
                ? "not exists (select 1 from reset r where r.meter = s.meter and r.look = s.look and r.time >= s.time"
                        + " and r.k is not distinct from s.k)"
                : "true";
        String keys = grouping.by();
        String first = keys.contains(",") ? keys.substring(0, keys.indexOf(',')) : keys;
        return new AskedIndicator(body(sum, reach, choice, grouping.yaml()), """
            with %s,
            one as (select h.meter, h.look, %s as key1, %s as value from held h join look l using (meter, look)
                    group by h.meter, h.look, l.today, l.week, l.month, %s)
            select l.meter, l.look, %s as value
            from look l left join (select * from one where value is not null and %s) o using (meter, look)
            group by l.meter, l.look
            """.formatted(
                        held(sum, reach, choice, ", " + keys, unless),
                        first,
                        sum.sql(),
                        keys,
                        grouping.take(),
                        grouping.having()));
    }

    static AskedIndicator stepwise(Sum sum, Reach reach, Choice choice, Steps steps) {
        List<String> keys = steps.keys();
        StringBuilder sql = new StringBuilder("""
            with %s,
            one as (select h.meter, h.look, %s, %s as value from held h join look l using (meter, look)
                    group by h.meter, h.look, l.today, l.week, l.month, %s),
            step0 as (select *, 1 as parts from one where value is not null)
            """.formatted(
                        held(sum, reach, choice, ", " + String.join(", ", keys), "true"),
                        String.join(", ", keys),
                        sum.sql(),
                        String.join(", ", keys)));
        for (int i = 0; i < steps.steps().size(); i++) {
            keys = keys.subList(0, keys.size() - 1);
            String left = String.join(", ", keys);
            sql.append(", step%d as (select meter, look, %s, %s as value, count(*) as parts from step%d o"
                    .formatted(i + 1, left, steps.steps().get(i), i));
            sql.append(" group by meter, look, %s)%n".formatted(left));
        }
        sql.append("""
            select l.meter, l.look, %s as value
            from look l left join (select *, %s as key1 from step%d where value is not null and %s) o
              using (meter, look)
            group by l.meter, l.look
            """.formatted(steps.take(), keys.getFirst(), steps.steps().size(), steps.having()));
        return new AskedIndicator(body(sum, reach, choice, steps.yaml()), sql.toString());
    }

    /// A streak, as long as the window at most.
    ///
    /// @param bucket SQL for the number of the hour or day at which an event happened
    /// @param current SQL for that of the instant of judgement
    static AskedIndicator streak(String yaml, String bucket, String current, long most) {
        return new AskedIndicator("{streak: event.ok, of: meter.read, " + yaml + ", purpose: test}", """
            with bucket as (
                select meter, look, %s as bucket, bool_and(ok) as good from seen where ok is not null group by all),
            last as (select meter, look, max(bucket) as last from bucket group by all),
            row as (
                select *, bucket - row_number() over (partition by meter, look order by bucket) as run
                from bucket where good),
            run as (select meter, look, max(bucket) as last, count(*) as size from row group by meter, look, run)
            select l.meter, l.look,
                   case when t.last >= %s - 1 then least(coalesce(r.size, 0), %d) else 0 end as value
            from look l
            left join last t using (meter, look)
            left join run r on r.meter = l.meter and r.look = l.look and r.last = t.last
            """.formatted(
                        bucket, current, most));
    }

    /// A streak counted from its first event, which breaks after a gap.
    ///
    /// @param gap  in minutes
    /// @param unit in minutes
    static AskedIndicator row(String yaml, long gap, long unit, long most) {
        return new AskedIndicator("{streak: event.ok, of: meter.read, " + yaml + ", purpose: test}", """
            with step as (
                select meter, look, time, bool_and(ok) as good from seen where ok is not null group by all),
            broken as (
                select *, coalesce(not good or not lag(good) over w or time - lag(time) over w > %d, true) as breaks
                from step window w as (partition by meter, look order by time)),
            numbered as (
                select *, count(*) filter (where breaks) over (partition by meter, look order by time) as run
                from broken),
            run as (
                select meter, look, min(time) as first, max(time) as last, bool_and(good) as good
                from numbered group by meter, look, run),
            latest as (select meter, look, arg_max(first, last) as first, max(last) as last,
                              arg_max(good, last) as good from run group by meter, look)
            select l.meter, l.look,
                   case when r.good and l.look - r.last <= %d
                        then least((r.last - r.first) // %d + 1, %d) else 0 end as value
            from look l left join latest r using (meter, look)
            """.formatted(
                        gap * 60_000_000, gap * 60_000_000, unit * 60_000_000, most));
    }

    /// What was asked twice: same `k`, an item of `tags` in common, another `bill`.
    static AskedIndicator repeated(char column, String take, String sql, Reach reach) {
        return new AskedIndicator(
                "{repeated: event.%c, of: meter.read, by: [event.k, event.tags], apart: event.bill, take: %s%s, purpose: test}"
                        .formatted(column, take, reach.yaml()),
                """
            with placed as (
                select *, %c as v,
                       row_number() over (partition by meter, look order by time desc, known desc, id desc) as place
                from seen where %c is not null),
            held as (select * from placed where %s),
            twice as (
                select b.meter, b.look, b.id, least(any_value(b.v), max(a.v)) as value
                from held a join held b
                  on a.meter = b.meter and a.look = b.look and a.place > b.place and a.k = b.k
                 and a.bill is distinct from b.bill
                 and (list_has_any(a.tags, b.tags) or (a.tags is null and b.tags is null))
                group by b.meter, b.look, b.id)
            select l.meter, l.look, %s as value from look l left join twice t using (meter, look)
            group by l.meter, l.look
            """.formatted(column, column, reach.sql(), sql));
    }

    /// What came twice: an item of `tags` in common, another `k`; a reset takes away what bears its `k`.
    static AskedIndicator repeatedUnless(char column, String take, String sql, Reach reach) {
        return new AskedIndicator(
                "{repeated: event.%c, of: meter.read, by: event.tags, apart: event.k, unless: meter.reset, take: %s%s, purpose: test}"
                        .formatted(column, take, reach.yaml()),
                """
            with placed as (
                select *, %c as v,
                       row_number() over (partition by meter, look order by time desc, known desc, id desc) as place
                from (select * from seen s where not exists (
                    select 1 from reset r
                    where r.meter = s.meter and r.look = s.look and r.time >= s.time and r.k = s.k))
                where %c is not null),
            held as (select * from placed where %s),
            twice as (
                select b.meter, b.look, b.id, least(any_value(b.v), max(a.v)) as value
                from held a join held b
                  on a.meter = b.meter and a.look = b.look and a.place > b.place and a.k is distinct from b.k
                 and (list_has_any(a.tags, b.tags) or (a.tags is null and b.tags is null))
                group by b.meter, b.look, b.id)
            select l.meter, l.look, %s as value from look l left join twice t using (meter, look)
            group by l.meter, l.look
            """.formatted(column, column, reach.sql(), sql));
    }

    /// The same of each item of a list, whose parts are called like the fields of a reading.
    AskedIndicator ofItems() {
        return new AskedIndicator(
                yaml.replaceAll("event\\.(w|x|m|ok|k|d)\\b", "item.$1")
                        .replace(", purpose:", ", each: event.parts, purpose:"),
                sql.replaceAll("\\bfrom seen\\b", "from item"));
    }

    /// How many groups of the same `k` pass by what the resets of that `k` say.
    static AskedIndicator beside(String yaml, String value, Reach reach, String having, String sqlHaving) {
        return new AskedIndicator(
                "{%s, of: meter.read, where: has(event.w), by: event.k%s, take: count, having: '%s', purpose: test}"
                        .formatted(yaml, reach.yaml(), having),
                """
            with one as (
                select meter, look, k, %s as value from seen
                where w is not null and %s group by meter, look, k),
            r as (select meter, look, k, count(*) as resets, max(time) as reset_at from reset group by all)
            select l.meter, l.look, count(passed.k) as value
            from look l left join (
                select o.meter, o.look, coalesce(o.k, '-') as k
                from one o left join r on r.meter = o.meter and r.look = o.look and r.k is not distinct from o.k
                where %s) passed on passed.meter = l.meter and passed.look = l.look
            group by l.meter, l.look
            """.formatted(value, reach.sql(), sqlHaving));
    }

    /// How often one of several columns was another than the one said before.
    static AskedIndicator changes(String yaml, List<String> columns, Reach reach) {
        String any = columns.stream()
                .map(column -> "coalesce(%s <> lag(%s ignore nulls) over life, false)".formatted(column, column))
                .collect(Collectors.joining(" or "));
        return new AskedIndicator(
                "{changes: %s, of: meter.read%s, purpose: test}".formatted(yaml, reach.yaml()),
                """
            with marked as (
                select *, %s as changed from seen
                window life as (partition by meter, look order by time, known, id)),
            held as (select * from marked where changed and %s)
            select l.meter, l.look, count(h.id) as value
            from look l left join held h on h.meter = l.meter and h.look = l.look
            group by l.meter, l.look
            """.formatted(any, reach.sql()));
    }

    private static String body(Sum sum, Reach reach, Choice choice, String grouping) {
        return "{" + sum.yaml().replace("$", sum.value()) + ", of: meter.read" + reach.yaml() + choice.yaml() + grouping
                + ", purpose: test}";
    }

    private static String held(Sum sum, Reach reach, Choice choice, String keys, String unless) {
        String whole = "partition by meter, look" + keys;
        String place = !reach.sql().contains("place")
                ? ""
                : ", row_number() over (%s order by time desc, known desc, id desc) as place".formatted(whole);
        String fell = !sum.sql().contains("h.fell")
                ? ""
                : ", cast(v < lag(v) over (%s order by time, known, id) as bigint) as fell".formatted(whole);
        String changed = !sum.sql().contains("h.changed")
                ? ""
                : ", cast(v <> lag(v) over (%s order by time, known, id) as bigint) as changed".formatted(whole);
        String gap = !sum.sql().contains("h.gap")
                ? ""
                : ", time - lag(time) over (%s order by time, known, id) as gap".formatted(whole);
        return """
            chosen as (select *, %s as v from seen s where (%s) is not null and %s and %s),
            placed as (select * %s %s %s from chosen),
            held as (select * %s from placed where %s)""".formatted(sum.column(), sum.column(), choice.sql(), unless, place, fell, changed, gap, reach.sql());
    }
}
