-- one row for each recommendation of a paper, in the order of its numbers as text
select *
from recommendations
order by document_id, page, number, authority_code, framework, benchmark, title, text
