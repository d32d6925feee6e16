-- one row for each framework and band: which scores fall in it, and the words that stand for them
select
    band.framework,
    band.band,
    band.label,
    band.lowest,
    band.highest,
    string_agg(word.word || ' (' || printf('%g', word.score) || ')', '; ' order by word.score, word.word) as words
from core.band as band
left join core.scale_word as word
    on word.framework = band.framework and word.score between band.lowest and band.highest
group by band.framework, band.band, band.label, band.lowest, band.highest
order by band.framework, band.lowest
