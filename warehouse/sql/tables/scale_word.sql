-- one row for each printed word that stands for one score of a framework
create table core.scale_word (
    framework varchar not null,
    word varchar not null,
    score double not null,
    primary key (framework, word)
);

comment on table core.scale_word is 'One row for each printed word that stands for one score of a framework.';
comment on column core.scale_word.framework is 'The framework it belongs to; see core.framework.';
comment on column core.scale_word.word is 'The word, such as ''good''.';
comment on column core.scale_word.score is 'The score it stands for; the rank, lowest 1, where the scale is ordered words.';
