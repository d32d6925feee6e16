-- what the views mean that a publication adds to the warehouse's own
comment on view published.frameworks is 'One row for each framework that papers are read against.';
comment on column published.frameworks.framework is 'Id of the framework.';
comment on column published.frameworks.title is 'Its title.';
comment on column published.frameworks.publisher is 'Who publishes it.';
comment on column published.frameworks.source is 'Where it is published.';
comment on column published.frameworks.dated is 'Whether it assesses on dates instead of years.';
comment on column published.frameworks.lowest is 'Lowest score of its scale.';
comment on column published.frameworks.highest is 'Highest score of its scale.';

comment on view published.benchmarks is 'One row for each benchmark of a framework.';
comment on column published.benchmarks.framework is 'Id of the framework.';
comment on column published.benchmarks.benchmark is 'Id of the benchmark.';
comment on column published.benchmarks.number is 'Its number in the framework.';
comment on column published.benchmarks.name is 'Its name.';
comment on column published.benchmarks.weight is 'Its weight in the weighted score; 1 for all where no weights are configured.';

comment on view published.scale is 'One row for each framework and band: which scores fall in it.';
comment on column published.scale.framework is 'Id of the framework.';
comment on column published.scale.band is '''not_met'', ''met'' or ''exceeded''.';
comment on column published.scale.label is 'The band in words.';
comment on column published.scale.lowest is 'Lowest score that falls in the band.';
comment on column published.scale.highest is 'Highest score that falls in the band.';
comment on column published.scale.words is 'Words that stand for scores of the band, each with its score; NULL where the scale has only numbers.';

comment on view published.authorities is 'One row for each authority that a value is about.';
comment on column published.authorities.authority_code is 'GSS code.';
comment on column published.authorities.authority is 'Official name.';
comment on column published.authorities.kind is 'Kind of authority.';
comment on column published.authorities.region is 'English region, or the country elsewhere.';
comment on column published.authorities.nation is 'England, Wales, Scotland or Northern Ireland.';

comment on view published.heatmap is 'The accepted scores in wide form: one row for each framework, authority and period year, one column for each benchmark; NULL where no score was accepted.';
comment on column published.heatmap.framework is 'Id of the framework.';
comment on column published.heatmap.authority_code is 'GSS code of the authority.';
comment on column published.heatmap.authority is 'Official name of the authority.';
comment on column published.heatmap.region is 'English region of the authority, or its country elsewhere.';
comment on column published.heatmap.period_year is 'The year in which the period ends.';

comment on view published.coverage is 'Which authorities of a region have a score and which have not: one row for each framework, region and year with an accepted score, and each body of that region. No paper is neither a score of 0 nor a benchmark not met.';
comment on column published.coverage.framework is 'Id of the framework.';
comment on column published.coverage.region is 'English region, or the country elsewhere.';
comment on column published.coverage.period_year is 'The year in which the period ends.';
comment on column published.coverage.authority_code is 'GSS code of the authority.';
comment on column published.coverage.authority is 'Official name of the authority.';
comment on column published.coverage.kind is 'Kind of authority.';
comment on column published.coverage.coverage is '''scored'': at least one accepted score; ''held'': values wait for a person; ''rejected'': values were found and none could be used; ''no_paper'': no paper with a value was read; ''left_out'': not compared, see reason.';
comment on column published.coverage.reason is 'Why a body is left out of the comparison; NULL elsewhere.';
comment on column published.coverage.benchmarks_scored is 'Benchmarks with an accepted score or band.';
comment on column published.coverage.benchmarks_total is 'Benchmarks of the framework.';

comment on view published.profiles is 'Each score beside those of the authority''s region: one row for each framework, authority, year and benchmark, and under benchmark ''weighted_score'' and ''percent_met_or_exceeded'' for the figures over all benchmarks.';
comment on column published.profiles.framework is 'Id of the framework.';
comment on column published.profiles.authority_code is 'GSS code of the authority.';
comment on column published.profiles.authority is 'Official name of the authority.';
comment on column published.profiles.region is 'English region of the authority, or its country elsewhere.';
comment on column published.profiles.period_year is 'The year in which the period ends.';
comment on column published.profiles.benchmark is 'The item of the framework, or ''weighted_score'' (authorities with a score for every benchmark), or ''percent_met_or_exceeded''.';
comment on column published.profiles.score is 'The authority''s own figure.';
comment on column published.profiles.region_median is 'Median of the authorities compared; halfway between two scores where their number is even.';
comment on column published.profiles.region_lowest is 'Lowest figure of the authorities compared.';
comment on column published.profiles.region_highest is 'Highest figure of the authorities compared.';
comment on column published.profiles.rank_in_region is 'Rank by score, 1 the highest, ties alike.';
comment on column published.profiles.authorities_compared is 'Authorities of the region with such a figure in that year, this one included.';

comment on column published.documents.source is 'The web address it was last read from; the file name alone where it was a file.';

comment on view published.sources is 'One row for each place that a refresh looked at for papers. What was read from one that cannot be seen stays, as it was last seen.';
comment on column published.sources.source is 'Its address; of a folder or file on the machine that published, the name.';
comment on column published.sources.state is '''good''; ''failed'': it could not be seen in full the last time; ''never seen''.';
comment on column published.sources.papers is 'Papers that it named when it was last seen in full.';
comment on column published.sources.seen_until is 'Day on which it was last seen in full, where it could not be seen since; NULL elsewhere.';
comment on column published.sources.reason is 'Why it could not be seen the last time; NULL elsewhere.';
