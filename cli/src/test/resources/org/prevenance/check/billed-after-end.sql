-- A bill's period begins after the day of the contract's end. Closes when refunds since the end reach those bills.
insert into judged
with finished as (
    select i.contract, i.at, max(e.time) as time, max(e.day) as day
    from instant i join ended e on e.contract = i.contract and e.since <= i.at and i.at < e.until
    group by all),
billed as (
    select f.contract, f.at, count(b.id) as bills, coalesce(sum(b.amount), 0) as amount
    from finished f
    left join bill b on b.contract = f.contract and b.since <= f.at and f.at < b.until and b.from_day > f.day
    group by all),
refunded as (
    select f.contract, f.at, coalesce(sum(r.amount), 0) as amount
    from finished f
    left join refund r on r.contract = f.contract and r.since <= f.at and f.at < r.until and r.time >= f.time
    group by all)
select 'telecom/billed-after-end', contract, at, bills > 0, r.amount >= b.amount, b.amount - r.amount
from billed b join refunded r using (contract, at);
