-- The latest bill is more than half above the median of the bills before it (since the start or the last change; three at
-- least, the last twelve), and more than 10.00 above it. Judged at each bill; closes when the latest is no jump.
create table price as
select subject as contract, time, since, until from fact where type in ('contract.started', 'contract.changed');

insert into judged
with changed as (
    select i.contract, i.as_of, max(p.time) as since
    from bill_instant i left join price p on p.contract = i.contract and p.since <= i.as_of and i.as_of < p.until
    group by all),
ranked as (
    select c.contract, c.as_of, b.amount, b.time >= c.since or c.since is null as counts,
           row_number() over (partition by c.contract, c.as_of order by b.time desc, b.since desc, b.id desc) as place
    from changed c join bill b on b.contract = c.contract and b.since <= c.as_of and c.as_of < b.until),
usual as (
    select contract, as_of,
           max(amount) filter (place = 1) as latest,
           count(*) filter (counts and place between 2 and 13) as previous,
           median(cast(amount as decimal(18, 4))) filter (counts and place between 2 and 13) as usual
    from ranked group by all)
select 'telecom/bill-jump', contract, as_of, jump, not jump, latest - usual
from (select *, previous >= 3 and latest > 1.5 * usual and latest - usual > 10 as jump from usual);
