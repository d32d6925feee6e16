-- one row for each part of a page that is kept as a picture: the evidence of the values that stand there
create table core.cutout (
    document_id varchar not null,
    position integer not null,
    page integer not null,
    table_number integer,
    area double[4] not null,
    scale double not null,
    width integer not null,
    height integer not null,
    picture_id varchar not null,
    png blob not null,
    primary key (document_id, position)
);

comment on table core.cutout is 'One row for each part of a page that is kept as a picture: the evidence of the values that stand there.';
comment on column core.cutout.document_id is 'The document it was cut from; see core.document.';
comment on column core.cutout.position is 'Its place among the pictures of the document, from 1.';
comment on column core.cutout.page is 'The page, from 1.';
comment on column core.cutout.table_number is 'Number of the grid that it shows; NULL where the values stand in no grid.';
comment on column core.cutout.area is 'The part of the page that it shows: x0, top, x1, bottom in points from the page''s top left.';
comment on column core.cutout.scale is 'Pixels a point.';
comment on column core.cutout.width is 'Pixels across.';
comment on column core.cutout.height is 'Pixels down.';
comment on column core.cutout.picture_id is 'SHA-256 of the picture, hex.';
comment on column core.cutout.png is 'The picture as PNG: the page as printed, nothing drawn on it.';
