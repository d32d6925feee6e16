-- one printed text gets a meaning; a later one takes the place of an earlier
insert or replace into core.alias values ($framework, $printed, $meaning, $why, $taken_at);
