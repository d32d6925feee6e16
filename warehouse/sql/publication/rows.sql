-- the rows of one table in the order they are kept
from query_table($name)
