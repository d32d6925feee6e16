-- one row for each score value found in any paper, in the order of a person who looks it up
select *
from observations
order by framework, authority, authority_code, period_year, document_id, page, benchmark, observation_id
