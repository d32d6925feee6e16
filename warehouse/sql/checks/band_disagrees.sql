-- accepted values whose band is not the one that the framework gives their score
with
    observation as (from core.decided_observation where status = 'accepted' and score is not null and band is not null),
    band as (from core.band)
select
    observation_id as subject,
    format('has band {} with score {:g}, which {} calls {}', observation.band, score, framework, band.band) as detail
from observation
join band using (framework)
where score between band.lowest and band.highest and band.band <> observation.band;
