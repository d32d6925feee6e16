-- what the load needed is put away
drop table this_run;
drop table changed_document;
drop table arrived_document;
drop table loaded_document;
drop table staged_document;
drop table staged_observation;
drop table staged_stated_measure;
drop table staged_recommendation;
drop table staged_notice;
drop table staged_table_verdict;
drop table staged_cutout;
drop table staged_printed_cell;
