-- one row: what the load brought, in the order of LoadCounts
with
    document as (
        select state, status
        from loaded_document
        join core.document using (document_id)
    ),
    observation as (select status from observations semi join loaded_document using (document_id))
select
    (select count(*) from document),
    (select count(*) from document where state = 'new'),
    (select count(*) from document where state = 'changed'),
    (select count(*) from document where state = 'unchanged'),
    (select count(*) from document where status = 'extracted'),
    (select count(*) from document where status = 'no_scores'),
    (select count(*) from document where status = 'failed'),
    (select count(*) from observation where status = 'accepted'),
    (select count(*) from observation where status = 'review'),
    (select count(*) from observation where status = 'rejected'),
    (select count(*) from core.stated_measure semi join loaded_document using (document_id)),
    (select count(*) from core.recommendation semi join loaded_document using (document_id)),
    (select count(*) from core.notice semi join loaded_document using (document_id));
