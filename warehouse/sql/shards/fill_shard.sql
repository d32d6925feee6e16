-- the one row of a shard that is written
insert into shard by name
select
    $shard_version as shard_version,
    $reader as reader,
    $told as told,
    $document as document,
    $observations as observations,
    $measures as measures,
    $recommendations as recommendations,
    $notices as notices,
    $verdicts as verdicts,
    $cutouts as cutouts
