-- one row: a paper that was not had
insert into core.shortfall values ($source, $position, $address, $title, $kind, $why);
