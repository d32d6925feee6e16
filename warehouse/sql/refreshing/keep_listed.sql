-- a document that some source lists is replaced by none: it came back, or stands at another address as well
delete from core.replaced where document_id in (select document_id from core.listing)
