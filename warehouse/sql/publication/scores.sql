-- one row for each framework, authority, period year and benchmark: the accepted answer, in the framework's own order
select *
from scores
order by framework, authority, authority_code, period_year, benchmark_number, benchmark
