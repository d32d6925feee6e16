-- one row for each thing that a paper shows and that was not turned into values
select *
from notices
order by document_id, page, kind, text, file_name
