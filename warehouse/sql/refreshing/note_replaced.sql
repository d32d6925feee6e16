-- documents whose address is about to be noted with another version of the paper
insert into core.replaced by name
select
    listing.document_id,
    min(arriving_listing.document_id) as replaced_by,
    min(arriving_listing.address) as address,
    cast($at as timestamp) as replaced_at
from arriving_listing
join core.listing as listing using (source, address)
where listing.document_id <> arriving_listing.document_id
group by listing.document_id
on conflict (document_id) do update set
    replaced_by = excluded.replaced_by,
    address = excluded.address,
    replaced_at = excluded.replaced_at
