-- one row for each piece of numbered advice in a document
create table core.recommendation (
    document_id varchar not null,
    position integer not null,
    number varchar not null,
    title varchar not null,
    text varchar not null,
    page integer,
    authority_code varchar,
    framework varchar,
    benchmark varchar,
    primary key (document_id, position)
);

comment on table core.recommendation is 'One row for each piece of numbered advice in a document.';
comment on column core.recommendation.document_id is 'The document that gives it; see core.document.';
comment on column core.recommendation.position is 'Its place among the document''s recommendations, from 1.';
comment on column core.recommendation.number is 'The number that the document gives it, as written.';
comment on column core.recommendation.title is 'Its heading as written.';
comment on column core.recommendation.text is 'Its wording as written.';
comment on column core.recommendation.page is 'Page or slide, from 1; NULL where the format has none.';
comment on column core.recommendation.authority_code is 'GSS code of the authority it is addressed to; NULL where not known.';
comment on column core.recommendation.framework is 'The framework it is about; NULL where not known.';
comment on column core.recommendation.benchmark is 'The item of the framework it is about; NULL where none fits.';
