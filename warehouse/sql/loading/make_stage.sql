-- empty tables for what arrives; arrival numbers the findings of the load, so that the last of one document can win
create or replace temp table staged_document as
select cast(null as integer) as arrival, * exclude (first_seen, last_seen, run_id, reader) from core.document limit 0;

create or replace temp table staged_observation as
select cast(null as integer) as arrival, * from core.observation limit 0;

create or replace temp table staged_stated_measure as
select cast(null as integer) as arrival, * from core.stated_measure limit 0;

create or replace temp table staged_recommendation as
select cast(null as integer) as arrival, * from core.recommendation limit 0;

create or replace temp table staged_notice as
select cast(null as integer) as arrival, * from core.notice limit 0;

create or replace temp table staged_table_verdict as
select cast(null as integer) as arrival, * from core.table_verdict limit 0;

create or replace temp table staged_cutout as
select cast(null as integer) as arrival, * from core.cutout limit 0;

create or replace temp table staged_printed_cell as
select cast(null as integer) as arrival, * from core.printed_cell limit 0;
