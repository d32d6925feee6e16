-- one row for each framework that papers are read against
select framework, title, publisher, source, dated, lowest, highest
from core.framework
order by framework
