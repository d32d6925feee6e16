-- values of bodies that are in no register
with
    observation as (from core.decided_observation),
    authority as (from core.authority),
    region as (from core.region)
select observation_id as subject, 'is of ' || authority_code || ', which is neither an authority nor a region' as detail
from observation
anti join authority using (authority_code)
anti join region on region.region_code = observation.authority_code
where authority_code is not null;
