-- one row for each picture that is kept of a paper
select document_id, page, table_number, area, scale, width, height, picture_id
from core.cutout
order by document_id, position
