-- one row for each benchmark of a framework, with the weight it has in the weighted score
select
    benchmark.framework,
    benchmark.benchmark,
    benchmark.number,
    benchmark.name,
    coalesce(weight.weight, 1) as weight
from core.benchmark as benchmark
left join core.weight as weight using (framework, benchmark)
order by benchmark.framework, benchmark.number, benchmark.benchmark
