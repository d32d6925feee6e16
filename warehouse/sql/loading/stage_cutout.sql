-- one arriving picture goes to the staging table
insert into staged_cutout by name
select
    $arrival as arrival,
    $document_id as document_id,
    $position as position,
    $page as page,
    $table_number as table_number,
    array_value($x0, $top, $x1, $bottom) as area,
    $scale as scale,
    $width as width,
    $height as height,
    sha256(cast($png as blob)) as picture_id,
    cast($png as blob) as png
