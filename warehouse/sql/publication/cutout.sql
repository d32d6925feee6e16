-- one row: the picture of that id
select any_value(png) as png from core.cutout where picture_id = $picture_id
