-- one row for each paper that was looked at
select *
from documents
order by file_name, document_id
