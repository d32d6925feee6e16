-- the rows of an earlier publication
from read_parquet($file)
