-- one row for each document of which a later version could be read
--
-- Where the later version could not be read, the one before goes on to stand: it is the last that is known.
create or replace view core.overtaken_document as
select
    replaced.document_id,
    replaced.replaced_by,
    replaced.replaced_at,
    concat(
        'another version of the paper stands at ', replaced.address, ' since ', strftime(replaced.replaced_at, '%Y-%m-%d')
    ) as reason
from core.replaced as replaced
join core.document as later on later.document_id = replaced.replaced_by
where later.status <> 'failed';

comment on view core.overtaken_document is 'One row for each document of which a later version could be read.';
comment on column core.overtaken_document.document_id is 'The version before; see core.document.';
comment on column core.overtaken_document.replaced_by is 'The later version; see core.document.';
comment on column core.overtaken_document.replaced_at is 'When a refresh found the later version, UTC.';
comment on column core.overtaken_document.reason is 'Where it stands and since when, in a clause.';
