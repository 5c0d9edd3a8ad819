-- First heard 60 days ago or more; in the last 60 days heard on 50 days or more, under a million bytes, a bill issued.
-- Judged at each bill and at each day's end. Closes at a million bytes in 7 days, or when the contract ends.
create table consenting_care as
select h.contract, o.since, o.known
from holder h join opt_in o on o.customer = h.customer and o.purpose = 'care';

create table used as
select c.contract, f.day, f.time, f.since, f.until, cast(f.data ->> '$.bytes' as hugeint) as bytes
from fact f
join box b on b.device = f.subject and f.time >= b.linked and f.time < b.unlinked
join consenting_care c on c.contract = b.contract and f.time >= c.since
where f.type = 'device.usage' and f.data ->> '$.bytes' is not null;

create table quiet_instant as
select contract, as_of, max_by(today, at_bill) as today
from (select i.contract, i.as_of, i.today, true as at_bill
      from bill_instant i join consenting_care c on c.contract = i.contract and i.as_of >= c.known
      union all
      -- the look at a day that ends sees what was known before the next one begins: it is dated just before
      select c.contract, d.ends - interval 1 microsecond, d.day, false
      from consenting_care c
      join (select contract, min(day) as day from used group by all) u on u.contract = c.contract
      join day d on d.day >= u.day and d.ends > c.known and d.ends <= (select until from finish)) i
group by all;

create table quiet as
with heard as (
    select i.contract, i.as_of, i.today,
           count(distinct u.day) as days, coalesce(sum(u.bytes), 0) as bytes,
           coalesce(sum(u.bytes) filter (u.day > i.today - 7), 0) as week_bytes
    from quiet_instant i
    cross join range(60) back (days)
    left join used u on u.contract = i.contract and u.day = i.today - cast(back.days as integer)
                    and u.since <= i.as_of and i.as_of < u.until
    group by all),
first_heard as (
    select i.contract, i.as_of, min(u.day) as day
    from quiet_instant i
    join (select contract, since, until, day from used
          qualify row_number() over (partition by contract order by time) <= 5) u
      on u.contract = i.contract and u.since <= i.as_of and i.as_of < u.until
    group by all),
billed as (
    select i.contract, i.as_of, count(b.id) as bills
    from quiet_instant i
    left join bill b on b.contract = i.contract and b.since <= i.as_of and i.as_of < b.until
                    and b.day between i.today - 59 and i.today
    group by all),
over as (
    select i.contract, i.as_of, is_over(i.contract, i.as_of) as is_ended from quiet_instant i)
select contract, as_of, h.today,
       h.today - f.day >= 60 and h.days >= 50 and h.bytes < 1000000 and b.bills >= 1 and not o.is_ended as opens,
       h.week_bytes >= 1000000 or o.is_ended as closes
from heard h
join first_heard f using (contract, as_of)
join billed b using (contract, as_of)
join over o using (contract, as_of);

-- At stake: bills issued since the day after the last day with a million bytes, or since the start, less refunds.
insert into judged
with lively as (
    select q.contract, q.as_of, u.day, sum(u.bytes) as bytes
    from quiet q
    join used u on u.contract = q.contract and u.day <= q.today and u.since <= q.as_of and q.as_of < u.until
    where q.contract in (select contract from quiet where opens)
    group by all),
idle as (
    select q.contract, q.as_of, q.opens, q.closes, max(l.day) filter (l.bytes >= 1000000) as last_active
    from quiet q left join lively l using (contract, as_of)
    where q.contract in (select contract from quiet where opens)
    group by all),
billed as (
    select i.contract, i.as_of, coalesce(sum(b.amount), 0) as amount
    from idle i
    left join bill b on b.contract = i.contract and b.since <= i.as_of and i.as_of < b.until
                    and (i.last_active is null or b.day > i.last_active)
    group by all),
refunded as (
    select i.contract, i.as_of, coalesce(sum(r.amount), 0) as amount
    from idle i
    left join refund r on r.contract = i.contract and r.since <= i.as_of and i.as_of < r.until
                      and (i.last_active is null or r.day > i.last_active)
    group by all)
select 'telecom/billed-but-unused', contract, as_of, opens, closes, greatest(b.amount - r.amount, 0)
from idle join billed b using (contract, as_of) join refunded r using (contract, as_of);
