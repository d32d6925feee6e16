-- one batch of arriving findings goes to the staging tables, texts turned to dates, lists and boxes
insert into staged_document by name
select * replace (cast(published_on as date) as published_on) from arriving_document;

insert into staged_observation by name
select
    * exclude (x0, top, x1, bottom)
        replace (coalesce(string_split(evidence, chr(31)), []) as evidence),
    case when x0 is not null then array_value(x0, top, x1, bottom) end as bbox
from arriving_observation;

insert into staged_stated_measure by name
select
    * exclude (x0, top, x1, bottom),
    case when x0 is not null then array_value(x0, top, x1, bottom) end as bbox
from arriving_stated_measure;

insert into staged_recommendation by name from arriving_recommendation;
insert into staged_notice by name from arriving_notice;
insert into staged_table_verdict by name from arriving_table_verdict;

insert into staged_printed_cell by name
select
    * exclude (x0, top, x1, bottom),
    case when x0 is not null then array_value(x0, top, x1, bottom) end as bbox
from arriving_printed_cell;
