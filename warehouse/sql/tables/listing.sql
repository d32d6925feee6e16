-- one row for each paper that a source names
create table core.listing (
    source varchar not null,
    address varchar not null,
    edition varchar not null,
    facts varchar not null,
    document_id varchar not null,
    primary key (source, address)
);

comment on table core.listing is 'One row for each paper that a source names, so that the next refresh knows it without reading it.';
comment on column core.listing.source is 'The source that names it; see core.source.';
comment on column core.listing.address is 'The address of the paper.';
comment on column core.listing.edition is 'What the source says of its version: the same edition is the same paper. Empty where it says nothing that can be relied on.';
comment on column core.listing.facts is 'What the source says of the paper (host, committee, dates) as one text; empty where nothing.';
comment on column core.listing.document_id is 'The document that it was when last seen; see core.document.';
