-- keys that have more than one row in scores
select
    concat_ws(' ', framework, authority_code, period_year, benchmark) as subject,
    'has ' || count(*) || ' rows in scores' as detail
from scores
group by framework, authority_code, period_year, benchmark
having count(*) > 1;
