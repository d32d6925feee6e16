-- one row for each framework, authority and period year, one column for each benchmark of the frameworks with scores:
-- each framework's benchmarks in its own order, the frameworks one after another
pivot (
    select framework, authority_code, authority, region, period_year, benchmark, score
    from scores
)
on benchmark in (
    with
        known as (
            select framework, number, benchmark
            from core.benchmark
            semi join scores using (framework)
            union
            select framework, benchmark_number, benchmark
            from scores
        )
    select benchmark
    from known
    group by benchmark
    order by min(framework), min(number), benchmark
)
using max(score)
group by framework, authority_code, authority, region, period_year
order by framework, authority, authority_code, period_year
