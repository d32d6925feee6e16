-- one row for each document that this reader has read; of a failed one only while its failure is fresh
select document_id
from core.document
where reader = $reader
    or (reader = $reader_of_failed and status = 'failed' and last_seen > $failed_after);
