-- one row for each framework, authority and period year
select *
from met_or_exceeded
order by framework, authority_code, period_year
