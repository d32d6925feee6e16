-- the inner schemas; the views of the contract stand in main
create schema core;
create schema meta;
