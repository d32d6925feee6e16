-- one row for each framework, authority and period year
select *
from weighted_scores
order by framework, authority_code, period_year
