-- What was known, and from when to when.
--
-- Given: line(source, id, type, subject, time, known, data, place), the events as read, one row each;
--        day(day, starts, ends), the calendar days of the pack's time zone, half-open, in UTC;
--        finish(until), the instant up to which is judged.
-- A fact stands from `since` (when it became known) until `until` (when a correction or retraction of it became known).

create table event as
select * exclude (place, copy)
from (select *, row_number() over (partition by source, id order by known, place) as copy from line)
where copy = 1 and known <= (select until from finish);

create table change as
select source,
       coalesce(data ->> '$.corrects', data ->> '$.retracts') as target,
       min(known) as known
from event
where data ->> '$.corrects' is not null or data ->> '$.retracts' is not null
group by all;

create table fact as
select e.source, e.id, e.type, e.subject, e.time, d.day, e.known as since,
       coalesce(c.known, timestamp '9999-01-01') as until, e.data
from event e
asof join day d on e.time >= d.starts
left join change c on c.source = e.source and c.target = e.id
where e.data ->> '$.retracts' is null
  and (c.known is null or c.known > e.known);

-- The contract that a device belongs to, from when until when: the next installation or removal ends it.
create table box as
select device, contract, linked, unlinked
from (select subject as device, 'contract/' || (data ->> '$.contractId') as contract, time as linked, type,
             lead(time, 1, timestamp '9999-01-01') over (partition by subject order by time, since, id) as unlinked
      from fact where type in ('device.installed', 'device.removed'))
where type = 'device.installed';

create table holder as
select subject as contract, 'customer/' || (data ->> '$.customerId') as customer
from fact where type = 'contract.started' group by all;

-- Consents in force at the end: withdrawing wipes what was found before.
create table opt_in as
select subject as customer, data ->> '$.purpose' as purpose, min(time) as since, min(since) as known
from fact g
where type = 'consent.given'
  and not exists (select 1 from fact w
                  where w.type = 'consent.withdrawn' and w.subject = g.subject and w.time >= g.time
                    and w.data ->> '$.purpose' = g.data ->> '$.purpose')
group by all;

create table bill as
select subject as contract, id, time, day, since, until,
       data ->> '$.bill' as number,
       cast(data ->> '$.amount.amount' as decimal(18, 2)) as amount,
       cast(data ->> '$.from' as date) as from_day,
       cast(data ->> '$.to' as date) as to_day,
       coalesce(cast(data -> '$.lines[*].product' as varchar[]), []) as products
from fact where type = 'bill.issued';

create table refund as
select subject as contract, time, day, since, until,
       cast(data ->> '$.amount.amount' as decimal(18, 2)) as amount
from fact where type = 'refund.issued';

create table ended as
select subject as contract, time, day, since, until from fact where type = 'contract.ended';

create table started as
select subject as contract, time, day, since, until from fact where type = 'contract.started';

-- The contract was not started again after its last end, as known at an instant.
create macro is_over(of_contract, at_instant) as
    coalesce((select max(e.time) from ended e
              where e.contract = of_contract and e.since <= at_instant and at_instant < e.until)
          >= (select coalesce(max(s.time), timestamp '0001-01-01') from started s
              where s.contract = of_contract and s.since <= at_instant and at_instant < s.until), false);

-- Every instant at which something known about a contract changes, bills and retractions of bills included.
create table instant as
select contract, as_of, d.day as today
from (select contract, unnest([since, until]) as as_of from bill
      union select contract, unnest([since, until]) from refund
      union select contract, unnest([since, until]) from ended
      union select 'contract/' || (f.data ->> '$.contractId'), unnest([f.since, f.until]) from fact f
            where f.type in ('device.installed', 'equipment.returned')
      union select subject, unnest([since, until]) from fact where type in ('contract.started', 'contract.changed')) i
asof join day d on i.as_of >= d.starts
where as_of <= (select until from finish);

-- The instants at which a bill is issued, corrected or retracted.
create table bill_instant as
select distinct e.subject as contract, e.known as as_of, d.day as today
from event e asof join day d on e.known >= d.starts
where e.type = 'bill.issued';

-- One row per signal, subject and instant of judgement. `opens`: the condition holds; `closes`: the condition that
-- closes an open case holds; `harm`: what is at stake if the case is open then.
create table judged (signal varchar, subject varchar, as_of timestamp, opens boolean, closes boolean, harm decimal(18, 6));
