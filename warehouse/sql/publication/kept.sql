-- where the rows lie that the views of the new file show
create schema published.kept
