-- one row for each printed text that the arriving decisions give a meaning for all papers: the label, and the body where it was not known
with
    given as (
        select
            observation.framework,
            observation.benchmark_text,
            arriving.benchmark,
            observation.authority_text,
            observation.authority_code as authority_read,
            arriving.authority_code,
            arriving.why
        from arriving_decision as arriving
        join core.observation as observation using (observation_id)
        where arriving.verdict = 'alias'
    )
select framework, benchmark_text as printed, benchmark as meaning, min(why) as why
from given
group by all
union all
select '', authority_text, authority_code, min(why)
from given
where authority_text is not null and authority_code is distinct from authority_read
group by all
order by 1, 2, 3;
