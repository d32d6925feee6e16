-- one row for each framework, authority, benchmark and period year, and the same for the weighted score
select *
from year_on_year
order by framework, authority_code, benchmark, period_year
