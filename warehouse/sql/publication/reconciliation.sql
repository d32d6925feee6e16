-- one row for each derived figure that a paper prints itself, beside the one computed from its scores
select *
from reconciliation
order by all
