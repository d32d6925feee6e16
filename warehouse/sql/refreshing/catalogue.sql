-- at most one row: the print of the catalogue that was stored last
select catalogue from meta.run order by run_id desc limit 1;
