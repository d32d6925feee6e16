-- one row: the print of everything that a publication is made of
select concat_ws(
    ' ',
    $program,
    (select coalesce(max(views_fingerprint), '') from meta.schema_version),
    (select coalesce(max(run_id), 0) from meta.run),
    (select coalesce(bit_xor(hash(document_id, source, file_name)), 0) from core.document),
    (select coalesce(bit_xor(hash(row)), 0) from (from core.decision) as row),
    (select coalesce(bit_xor(hash(row)), 0) from (from core.alias) as row),
    (select coalesce(bit_xor(hash(document_id, position, picture_id)), 0) from core.cutout),
    (select coalesce(bit_xor(hash(document_id, replaced_by)), 0) from core.replaced),
    (select coalesce(bit_xor(hash(source, state, papers)), 0) from core.source_age)
) as state;
