-- A bill's period begins after the day of the contract's end, and before it was started again if it was. Closes when refunds since the end reach those bills; also
-- when the end, or all those bills, are taken back.
insert into judged
with finished as (
    select i.contract, i.as_of, max(e.time) as time, max(e.day) as day
    from instant i left join ended e on e.contract = i.contract and e.since <= i.as_of and i.as_of < e.until
    where i.contract in (select contract from ended)
    group by all),
resumed as (
    select f.contract, f.as_of, max(s.day) as day
    from finished f
    left join started s on s.contract = f.contract and s.since <= f.as_of and f.as_of < s.until and s.time > f.time
    group by all),
billed as (
    select f.contract, f.as_of, count(b.id) as bills, coalesce(sum(b.amount), 0) as amount
    from finished f join resumed s using (contract, as_of)
    left join bill b on b.contract = f.contract and b.since <= f.as_of and f.as_of < b.until and b.from_day > f.day
                    and (s.day is null or b.from_day < s.day)
    group by all),
refunded as (
    select f.contract, f.as_of, coalesce(sum(r.amount), 0) as amount
    from finished f
    left join refund r on r.contract = f.contract and r.since <= f.as_of and f.as_of < r.until and r.time >= f.time
    group by all)
select 'telecom/billed-after-end', contract, as_of, bills > 0, r.amount >= b.amount, b.amount - r.amount
from billed b join refunded r using (contract, as_of);
