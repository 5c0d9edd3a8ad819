-- Every linked device was returned and no other is installed; the contract is not ended; a bill's period begins after
-- the day of the last return. Closes when the contract ends or a device is installed.
create table parcel as
select 'contract/' || (f.data ->> '$.contractId') as contract, f.subject as device, f.type, f.time, f.day, f.since, f.until
from fact f
where f.type in ('device.installed', 'equipment.returned');

insert into judged
with device as (
    select i.contract, i.as_of, p.device,
           max(p.time) filter (p.type = 'device.installed') as installed,
           max(p.time) filter (p.type = 'equipment.returned') as returned,
           max(p.day) filter (p.type = 'equipment.returned') as returned_day
    from instant i
    join parcel p on p.contract = i.contract and p.since <= i.as_of and i.as_of < p.until
    group by all),
house as (
    select contract, as_of, max(returned) as returned, max(returned_day) as returned_day,
           count(*) filter (installed is not null and (returned is null or installed > returned)) as still_out
    from device group by all),
over as (
    select i.contract, i.as_of, is_over(i.contract, i.as_of) as is_ended from instant i),
billed as (
    select h.contract, h.as_of, count(b.id) as bills, coalesce(sum(b.amount), 0) as amount
    from house h
    left join bill b on b.contract = h.contract and b.since <= h.as_of and h.as_of < b.until and b.from_day > h.returned_day
    group by all),
refunded as (
    select h.contract, h.as_of, coalesce(sum(r.amount), 0) as amount
    from house h
    left join refund r on r.contract = h.contract and r.since <= h.as_of and h.as_of < r.until and r.time >= h.returned
    group by all)
select 'telecom/returned-but-billed', contract, as_of,
       returned is not null and still_out = 0 and not is_ended and bills > 0,
       is_ended or still_out > 0,
       greatest(b.amount - r.amount, 0)
from house join over using (contract, as_of) join billed b using (contract, as_of) join refunded r using (contract, as_of);
