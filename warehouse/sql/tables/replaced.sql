-- one row for each document whose address holds another version of the paper now
create table core.replaced (
    document_id varchar primary key,
    replaced_by varchar not null,
    address varchar not null,
    replaced_at timestamp not null
);

comment on table core.replaced is 'One row for each document whose address holds another version of the paper now, as refreshes saw it.';
comment on column core.replaced.document_id is 'The version that was there before; see core.document.';
comment on column core.replaced.replaced_by is 'The version that took its place; see core.document.';
comment on column core.replaced.address is 'The address of both.';
comment on column core.replaced.replaced_at is 'When a refresh found the other version there, UTC.';
