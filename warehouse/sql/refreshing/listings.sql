-- one row for each paper that a source named
select source, address, edition, facts, document_id from core.listing;
