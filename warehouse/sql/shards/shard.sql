-- one row: what one paper gave; the types of the columns are seen to by who reads this
select
    $reader as reader,
    $told as told,
    $findings as findings
