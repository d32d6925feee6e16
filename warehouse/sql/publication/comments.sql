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
