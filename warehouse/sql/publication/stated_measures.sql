-- one row for each derived figure that a paper prints itself
select *
from stated_measures
order by all
