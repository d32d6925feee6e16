-- what the sources name now; papers that a source does not name any more are forgotten where it was seen in full
delete from core.listing
where (source, address) in (select (source, address) from arriving_forgotten);

insert into core.listing by name
select source, address, edition, facts, document_id from arriving_listing
on conflict (source, address) do update set
    edition = excluded.edition,
    facts = excluded.facts,
    document_id = excluded.document_id;

-- a document that stands at none of its former addresses is from now on that of its new one
with
    place as (
        select document_id, min(address) as address, list(address) as addresses
        from core.listing
        semi join arriving_listing using (document_id)
        group by document_id
    )
update core.document
set
    source = place.address,
    file_name = coalesce(
        (select any_value(file_name) from arriving_listing where arriving_listing.address = place.address),
        core.document.file_name
    )
from place
where place.document_id = core.document.document_id and not list_contains(place.addresses, core.document.source);
