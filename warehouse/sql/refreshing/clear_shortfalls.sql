-- what a source lacked the time before
delete from core.shortfall where source = $source;
