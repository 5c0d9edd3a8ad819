-- No commitment any more, and the monthly price is 5.00 or more above the lowest published for the same offer today, for
-- 30 days on end. Closes when the gap is smaller, no price is published any more, or the contract ends.
create table published as
select f.subject as offer, f.data ->> '$.channel' as channel, f.type, f.time, f.since, f.until,
       cast(f.data ->> '$.monthly.amount' as decimal(18, 2)) as monthly,
       cast(f.data ->> '$.validFrom' as date) as valid_from,
       cast(f.data ->> '$.validTo' as date) as valid_to
from fact f where f.type in ('offer.published', 'offer.withdrawn');

create table lowest as
with moment as (
    select distinct p.offer, d.starts as as_of, d.day as today from published p, day d
    where d.starts <= (select until from finish)
    union
    select i.offer, i.as_of, d.day from (select offer, unnest([since, until]) as as_of from published) i
    asof join day d on i.as_of >= d.starts
    where i.as_of <= (select until from finish)),
latest as (
    select m.offer, m.as_of, m.today, p.channel, arg_max(p, (p.time, p.since)) as p
    from moment m join published p on p.offer = m.offer and p.since <= m.as_of and m.as_of < p.until
    where p.type = 'offer.withdrawn'
       or ((p.valid_from is null or p.valid_from <= m.today) and (p.valid_to is null or m.today <= p.valid_to))
    group by all)
select m.offer, m.as_of, m.today,
       min(l.p.monthly) filter (l.p.type = 'offer.published') as monthly
from moment m left join latest l using (offer, as_of)
group by all;

create table terms as
select f.subject as contract, f.type, f.time, f.since, f.until,
       cast(f.data ->> '$.monthly.amount' as decimal(18, 2)) as monthly,
       'offer/' || (f.data ->> '$.offerId') as offer,
       cast(f.data ->> '$.commitmentEnds' as date) as commitment
from fact f where f.type in ('contract.started', 'contract.changed');

create table gap as
with consenting as (
    select h.contract, o.known from holder h join opt_in o on o.customer = h.customer and o.purpose = 'offers'),
moment as (
    select c.contract, d.starts as as_of, d.day as today
    from consenting c join day d on d.starts >= c.known and d.starts <= (select until from finish)
    union
    select i.contract, i.as_of, i.today from instant i join consenting c on c.contract = i.contract and i.as_of >= c.known
    union
    select c.contract, c.known, d.day from consenting c asof join day d on c.known >= d.starts
    union
    select c.contract, l.as_of, l.today
    from consenting c join lowest l on l.as_of >= c.known
    join (select distinct contract, offer from terms) t on t.contract = c.contract and t.offer = l.offer
    where l.as_of in (select since from published union select until from published)),
held as (
    select m.contract, m.as_of, m.today,
           arg_max(t.monthly, t.time) filter (t.monthly is not null) as monthly,
           arg_max(t.offer, t.time) filter (t.offer is not null) as offer,
           arg_max(t.commitment, t.time) filter (t.type = 'contract.started') as commitment
    from moment m join terms t on t.contract = m.contract and t.since <= m.as_of and m.as_of < t.until
    group by all),
over as (
    select m.contract, m.as_of, is_over(m.contract, m.as_of) as is_ended from moment m)
select h.contract, h.as_of, h.today, h.monthly - l.monthly as gap,
       coalesce(h.monthly - l.monthly >= 5 and (h.commitment is null or h.commitment < h.today) and not o.is_ended, false)
           as holds,
       coalesce(h.monthly - l.monthly < 5, false) or l.monthly is null or o.is_ended as closes
from held h
join over o using (contract, as_of)
asof left join lowest l on l.offer = h.offer and h.as_of >= l.as_of;

insert into judged
with runs as (
    select *, sum(case when holds then 0 else 1 end) over (partition by contract order by as_of) as run from gap),
spans as (
    select contract, run, min(as_of) filter (holds) as held_since, min(today) filter (holds) as held_day
    from runs group by all),
due as (
    -- at the same time of day by the clock, also where one of the two days has 23 or 25 hours
    select s.contract, s.run,
           d30.starts + (s.held_since - d.starts)
               + case when s.held_since - d.starts >= interval 3 hour
                      then (d30.ends - d30.starts) - (d.ends - d.starts) else interval 0 hour end as as_of
    from spans s join day d on d.day = s.held_day join day d30 on d30.day = s.held_day + 30)
select 'telecom/dearer-than-new', r.contract, r.as_of, r.holds and r.as_of >= d.as_of, r.closes, 12 * r.gap
from runs r left join due d using (contract, run)
union all
select 'telecom/dearer-than-new', d.contract, d.as_of, true, false, 12 * g.gap
from due d
asof join (select * from runs where holds) g on g.contract = d.contract and d.as_of > g.as_of
where g.run = d.run
  and d.as_of <= (select until from finish)
  and not exists (select 1 from runs x where x.contract = d.contract and x.as_of = d.as_of)
  and not exists (select 1 from runs x where x.contract = d.contract and x.run > d.run and x.as_of <= d.as_of);
