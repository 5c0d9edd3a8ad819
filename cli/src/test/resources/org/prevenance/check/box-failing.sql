-- In the last 7 days 5 restarts or more (counted by reports, or told by a falling uptime where they count none), or 100
-- errors or more and over 5 times the weekly mean of the 4 weeks before. Closes after 7 days with one restart at most and
-- errors under twice that mean (or none).
create table report as
select c.contract, f.subject as device, f.time, f.day, f.since, f.until, f.id,
       cast(f.data ->> '$.restarts' as bigint) as restarts,
       cast(f.data ->> '$.uptimeSeconds' as bigint) as uptime,
       cast(f.data ->> '$.errors' as bigint) as errors
from fact f
join box b on b.device = f.subject and f.time >= b.linked and f.time < b.unlinked
join consenting_care c on c.contract = b.contract and f.time >= c.since
where f.type = 'device.reported';

-- Two reports of which the second has the lower uptime, while no report between them is known; both to one contract, for
-- a box that moves is unplugged.
create table fall as
with row as (
    select *, row_number() over (partition by contract, device order by time, since) as place
    from report where restarts is null and uptime is not null),
pair as (
    select b.contract, b.device, b.day, a.place as first, b.place as second,
           greatest(a.since, b.since) as since, least(a.until, b.until) as until
    from row b join row a on a.contract = b.contract and a.device = b.device and a.place between b.place - 4 and b.place - 1 and b.uptime < a.uptime)
select p.contract, p.day, p.since, least(p.until, coalesce(min(m.since), p.until)) as until
from pair p left join row m on m.contract = p.contract and m.device = p.device and m.place > p.first and m.place < p.second
group by p.contract, p.device, p.day, p.first, p.second, p.since, p.until
having p.since < least(p.until, coalesce(min(m.since), p.until));

insert into judged
with moment as (
    select contract, since as as_of, max(known_day) as today
    from (select r.contract, r.since, d.day as known_day from report r asof join day d on r.since >= d.starts)
    group by all
    union
    select s.contract, d.starts, d.day
    from (select contract, min(since) as since from report group by all) s
    join day d on d.starts > s.since and d.starts <= (select until from finish)),
sums as (
    select m.contract, m.as_of, m.today,
           coalesce(sum(r.restarts) filter (r.day > m.today - 7), 0) as restarts,
           coalesce(sum(r.errors) filter (r.day > m.today - 7), 0) as errors,
           coalesce(sum(r.errors) filter (r.day <= m.today - 7), 0) as errors_before
    from moment m
    cross join range(35) back (days)
    left join report r on r.contract = m.contract and r.day = m.today - cast(back.days as integer)
                      and r.since <= m.as_of and m.as_of < r.until
    group by all),
falls as (
    select m.contract, m.as_of, count(f.day) as falls
    from moment m
    left join fall f on f.contract = m.contract and f.day between m.today - 6 and m.today
                    and f.since <= m.as_of and m.as_of < f.until
    group by all),
counted as (
    select contract, as_of, restarts + falls as restarts, errors, errors_before / 4 as weekly
    from sums join falls using (contract, as_of))
select 'telecom/box-failing', contract, as_of,
       restarts >= 5 or (errors > 5 * weekly and errors >= 100),
       restarts <= 1 and (errors < 2 * weekly or errors = 0),
       restarts + errors / 100
from counted;
