-- From judgements to cases: a case opens where none is open and the condition holds, and closes where its closing
-- condition holds. Its harm is that of the last judgement while it was open; 0 where that was not known then.
-- A look at a day that ended is dated one microsecond before the instant that its case bears.
create macro bears(as_of) as date_trunc('millisecond', as_of + interval 1 microsecond);

create table found as
with standing as (
    select *,
           coalesce(last_value(case when closes then 0 when opens then 1 end ignore nulls)
               over (partition by signal, subject order by as_of rows between unbounded preceding and current row), 0) as is_open
    from judged),
turning as (
    select *, lag(is_open, 1, 0) over (partition by signal, subject order by as_of) as was_open from standing),
numbered as (
    select *, sum(case when is_open = 1 and was_open = 0 then 1 else 0 end)
        over (partition by signal, subject order by as_of) as number
    from turning)
select signal, subject, number,
       bears(min(as_of) filter (is_open = 1)) as opened_at,
       bears(min(as_of) filter (is_open = 0)) as closed_at,
       coalesce(arg_max_null(harm, as_of) filter (is_open = 1), 0) as harm
from numbered
where number > 0
group by all
order by signal, subject, number;
