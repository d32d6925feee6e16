-- opens a new file beside the warehouse, in a form that older readers understand, with small blocks as it holds many
-- small tables
attach $file as published (storage_version 'v1.5.0', block_size 16384)
