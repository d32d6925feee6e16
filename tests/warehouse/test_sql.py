from warehouse import sql


def test_a_script_is_found_by_its_name():
    assert sql.script("views/scores").startswith("-- one row for each framework, authority, year and benchmark")


def test_a_folder_lists_its_scripts_by_name_and_nothing_else():
    assert "migrations/0002" in sql.scripts_in("migrations")
    assert "views/scores" in sql.scripts_in("views")
