-- Two bills that stand have the same period, share a product (or both have no lines) and bear different numbers. The
-- later one, by time of issue, is the one too many; at stake is the smaller of the two. Closes when one is retracted, or
-- refunds since then reach what is at stake.
create table twin as
select b.contract, b.id, b.time,
       greatest(a.since, b.since) as since,
       least(a.until, b.until) as until,
       a.time as first_time, least(a.amount, b.amount) as smaller
from bill a
join bill b on a.contract = b.contract and a.from_day = b.from_day and a.to_day = b.to_day and a.number <> b.number
           and (a.time, a.since, a.id) < (b.time, b.since, b.id)
           and (list_has_any(a.products, b.products) or (len(a.products) = 0 and len(b.products) = 0))
where greatest(a.since, b.since) < least(a.until, b.until);

insert into judged
with concerned as (select * from instant where contract in (select contract from twin)),
each_bill as (
    select i.contract, i.as_of, t.id, min(t.time) as time, arg_min(t.smaller, t.first_time) as smaller
    from concerned i join twin t on t.contract = i.contract and t.since <= i.as_of and i.as_of < t.until
    group by all),
twice as (
    select i.contract, i.as_of, min(e.time) as since, coalesce(sum(e.smaller), 0) as amount
    from concerned i left join each_bill e using (contract, as_of)
    group by all),
refunded as (
    select t.contract, t.as_of, coalesce(sum(r.amount), 0) as amount
    from twice t
    left join refund r on r.contract = t.contract and r.since <= t.as_of and t.as_of < r.until and r.time >= t.since
    group by all),
-- What refunds had settled when the last of them came is at stake no more.
last_refund as (
    select t.contract, t.as_of, max(r.time) as time
    from twice t left join refund r on r.contract = t.contract and r.since <= t.as_of and t.as_of < r.until
    group by all),
before as (
    select l.contract, l.as_of, coalesce(sum(e.smaller), 0) as amount
    from last_refund l left join each_bill e on e.contract = l.contract and e.as_of = l.as_of and e.time <= l.time
    group by all)
select 'telecom/billed-twice', contract, as_of, t.since is not null, t.since is null or r.amount >= t.amount,
       t.amount - case when r.amount >= b.amount then b.amount else 0 end
from twice t join refunded r using (contract, as_of) join before b using (contract, as_of);
