-- one row: what one paper gave, with nested columns as the types in transforms/findings.py have them
create temp table shard (
    shard_version integer not null,
    reader varchar not null,
    told varchar not null,
    document struct(
        document_id varchar,
        file_name varchar,
        source varchar,
        media_type varchar,
        status varchar,
        reason varchar,
        title varchar,
        publisher varchar,
        published_on date,
        pages bigint
    ) not null,
    observations struct(
        observation_id varchar,
        framework varchar,
        benchmark varchar,
        benchmark_text varchar,
        subject struct(
            authority_code varchar,
            authority varchar,
            authority_text varchar,
            period varchar,
            period_year bigint,
            period_basis varchar
        ),
        score double,
        score_text varchar,
        band varchar,
        place struct(
            method varchar, page bigint, bbox double[], "table" bigint, "row" bigint, "column" bigint
        ),
        confidence double,
        status varchar,
        reason varchar,
        evidence varchar[]
    )[] not null,
    measures struct(
        measure_id varchar,
        measure varchar,
        framework varchar,
        subject struct(
            authority_code varchar,
            authority varchar,
            authority_text varchar,
            period varchar,
            period_year bigint,
            period_basis varchar
        ),
        value double,
        value_text varchar,
        place struct(
            method varchar, page bigint, bbox double[], "table" bigint, "row" bigint, "column" bigint
        ),
        confidence double,
        status varchar,
        reason varchar
    )[] not null,
    recommendations struct(
        number varchar,
        title varchar,
        text varchar,
        page bigint,
        authority_code varchar,
        framework varchar,
        benchmark varchar
    )[] not null,
    notices struct(kind varchar, text varchar, page bigint)[] not null,
    verdicts struct(
        "table" bigint,
        page bigint,
        method varchar,
        verdict varchar,
        reason varchar,
        framework varchar,
        orientation varchar
    )[] not null,
    cutouts struct(
        page bigint,
        area double[],
        scale double,
        width bigint,
        height bigint,
        png blob,
        "table" bigint
    )[] not null
)
