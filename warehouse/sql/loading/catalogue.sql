-- the catalogue of the run takes the place of the stored one; what stored values still need is kept
create or replace temp table kept_framework as
select framework from core.observation
union
select framework from core.stated_measure
union
select framework from core.decision
except
select framework from arriving_framework;

delete from core.framework where framework not in (from kept_framework);
delete from core.benchmark where framework not in (from kept_framework);
delete from core.band where framework not in (from kept_framework);
delete from core.rating where framework not in (from kept_framework);
delete from core.scale_word where framework not in (from kept_framework);
delete from core.weight where framework not in (from kept_framework);
delete from core.crosswalk where to_framework not in (from kept_framework);

insert into core.framework by name
select * replace (
    coalesce(string_split(topic_words, chr(31)), []) as topic_words,
    coalesce(string_split(not_assessed, chr(31)), []) as not_assessed
)
from arriving_framework;

insert into core.benchmark by name
select * replace (coalesce(string_split(aliases, chr(31)), []) as aliases) from arriving_benchmark;

insert into core.band by name
select * replace (coalesce(string_split(words, chr(31)), []) as words) from arriving_band;

insert into core.rating by name from arriving_rating;
insert into core.scale_word by name from arriving_scale_word;
insert into core.weight by name from arriving_weight;
insert into core.crosswalk by name from arriving_crosswalk;

create or replace temp table kept_body as
select authority_code from core.observation where authority_code is not null
union
select authority_code from core.stated_measure where authority_code is not null
union
select authority_code from core.decision where authority_code is not null;

delete from core.authority
where authority_code not in (from kept_body)
    or authority_code in (select authority_code from arriving_authority);
insert into core.authority by name
select * replace (
    cast(valid_from as date) as valid_from,
    cast(valid_to as date) as valid_to,
    coalesce(string_split(alternative_names, chr(31)), []) as alternative_names
)
from arriving_authority;

delete from core.region
where region_code not in (from kept_body)
    or region_code in (select region_code from arriving_region);
insert into core.region by name
select * replace (coalesce(string_split(alternative_names, chr(31)), []) as alternative_names)
from arriving_region;

delete from core.partnership;
insert into core.partnership by name from arriving_partnership;

drop table kept_framework;
drop table kept_body;
