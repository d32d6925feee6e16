-- one row for each observation that waits for a person
select *
from review_queue
order by framework, authority, authority_code, period_year, document_id, page, benchmark, observation_id
