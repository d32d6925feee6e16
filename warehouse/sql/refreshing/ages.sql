-- one row for each source that was ever looked at
select source, state, papers, withheld, missed, last_tried, last_good, days_old, last_error
from core.source_age
order by source;
