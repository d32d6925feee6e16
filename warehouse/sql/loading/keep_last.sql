-- of one document that came several times (the same bytes under several names) the last arrival counts
create or replace temp table overtaken as
select arrival from staged_document
qualify row_number() over (partition by document_id order by arrival desc) > 1;

delete from staged_document where arrival in (from overtaken);
delete from staged_observation where arrival in (from overtaken);
delete from staged_stated_measure where arrival in (from overtaken);
delete from staged_recommendation where arrival in (from overtaken);
delete from staged_notice where arrival in (from overtaken);
delete from staged_table_verdict where arrival in (from overtaken);
delete from staged_cutout where arrival in (from overtaken);
delete from staged_printed_cell where arrival in (from overtaken);
drop table overtaken;
