-- one row for each authority that any value is about
select authority_code, name as authority, kind, region, nation
from core.authority
semi join observations using (authority_code)
order by authority, authority_code
