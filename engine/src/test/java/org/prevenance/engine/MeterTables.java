package org.prevenance.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The lives of meters as DuckDB tables: `look` (when each is looked at), `seen` and `reset` (what was known at each
/// look, and of the reading before with the same `k`, the third before, the reset before with the same `k`),
/// `item` (the items of what was seen, like rows of `seen`), `day` (where local days begin). Instants are microseconds
/// since 1970; `m` is money in millionths.
final class MeterTables {
    private MeterTables() {}

    static void create(List<MeterLives.Life> lives, Path folder, Statement statement) throws IOException, SQLException {
        List<String> lines = new ArrayList<>();
        List<String> looks = new ArrayList<>();
        for (MeterLives.Life life : lives) {
            for (MeterLives.Reading reading : life.readings()) {
                lines.add(reading.json(life.meter()));
                if (reading.gone() != null) {
                    lines.add(reading.retraction(life.meter()));
                }
            }
            life.looks()
                    .forEach(look -> looks.add("{\"meter\":%d,\"look\":\"%s\",\"today\":\"%s\"}"
                            .formatted(life.meter(), look, LocalDate.ofInstant(look, MeterLives.PARIS))));
        }
        Path events = Files.write(folder.resolve("events.ndjson"), lines);
        Path instants = Files.write(folder.resolve("looks.ndjson"), looks);
        days(folder, statement);
        statement.execute("""
            create table line as
            select id, cast(subject[8:] as bigint) as meter, type, epoch_us(cast(time as timestamp)) as time,
                   epoch_us(cast(recordedtime as timestamp)) as known,
                   data.w, data.x, cast(data.m.amount * 1000000 as bigint) as m, data.ok, data.k, data.d, data.tags, data.bill,
                   data.parts, data.retracts
            from read_json('%s', format = 'newline_delimited', columns = {id: 'varchar', type: 'varchar',
                 subject: 'varchar', time: 'varchar', recordedtime: 'varchar',
                 data: 'struct(w bigint, x double, m struct(amount decimal(18, 6)), ok boolean, k varchar, d date,
                               tags varchar[], bill varchar, retracts varchar,
                               parts struct(w bigint, x double, m struct(amount decimal(18, 6)), ok boolean, k varchar,
                                            d date)[])'})
            """.formatted(events));
        statement.execute("""
            create table look as
            select meter, epoch_us(cast(look as timestamp)) as look, today, cast(date_trunc('week', today) as date) as week,
                   cast(date_trunc('month', today) as date) as month
            from read_json('%s', format = 'newline_delimited',
                 columns = {meter: 'bigint', look: 'varchar', today: 'date'})
            """.formatted(instants));
        statement.execute("""
            create table standing as
            select e.* exclude (meter, retracts), l.*, d.day
            from line e
            join look l on l.meter = e.meter and e.known <= l.look
            asof join day d on e.time >= d.starts
            where e.retracts is null
              and not exists (select 1 from line g where g.meter = e.meter and g.retracts = e.id and g.known <= l.look)
            """);
        statement.execute("create table reset as select * from standing where type = 'meter.reset'");
        statement.execute("""
            create table seen as
            select s.*, r.last_reset, r.reset_day
            from standing s
            left join (select meter, look, max(time) as last_reset, max(day) as reset_day from reset group by all) r
              using (meter, look)
            where s.type = 'meter.read'
            """);
        statement.execute("""
            create or replace table seen as
            select s.*, lag(w) over key as before_w, lag(time) over key as before_time, lag(w, 3) over life as third_w,
                   (select max(r.time) from reset r
                    where r.meter = s.meter and r.look = s.look and r.k = s.k and r.time <= s.time) as before_reset
            from seen s
            window life as (partition by meter, look order by time, known, id),
                   key as (partition by meter, look, k order by time, known, id)
            """);
        statement.execute("update seen set before_w = null, before_time = null where k is null");
        statement.execute("""
            create table item as
            select * exclude (id, w, x, m, ok, k, d, parts, item, place), id || '#' || place as id, item.w,
                   item.x, cast(item.m.amount * 1000000 as bigint) as m, item.ok, item.k, item.d
            from (select *, unnest(parts) as item, generate_subscripts(parts, 1) as place from seen)
            """);
    }

    private static void days(Path folder, Statement statement) throws IOException, SQLException {
        List<String> days = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2023, 6, 1); day.getYear() < 2027; day = day.plusDays(1)) {
            days.add("{\"day\":\"%s\",\"starts\":%d}"
                    .formatted(day, day.atStartOfDay(MeterLives.PARIS).toEpochSecond() * 1_000_000));
        }
        statement.execute("""
            create table day as select * from read_json('%s', format = 'newline_delimited',
                columns = {day: 'date', starts: 'bigint'})
            """.formatted(Files.write(folder.resolve("days.ndjson"), days)));
    }
}
