-- one row for each authority that a value can be about
select authority_code from core.authority;
