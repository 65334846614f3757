"""An administrator's files are read as Asterisk reads them."""

from pathlib import Path

from acd.asterisk.etc import Etc


def etc(folder: Path, **files: str) -> Etc:
    for name, text in files.items():
        (folder / f"{name}.conf").write_text(text, encoding="utf-8")
    return Etc(folder)


def test_the_last_value_holds_and_comments_say_nothing(tmp_path: Path) -> None:
    conf = etc(
        tmp_path, http="[general] ; all\nBindPort = 8088\n;bindport = 1\nbindport => 8089 ; mine\n"
    ).conf("http.conf")
    value = conf.last("general", "bindport")
    assert value is not None
    assert (value.value, str(value.where)) == ("8089", f"{tmp_path}/http.conf:4")


def test_blocks_of_comments_keep_the_count_of_lines(tmp_path: Path) -> None:
    conf = etc(tmp_path, ari="[general]\n;-- [acd]\n[acd] --;\n[dashboard]\n").conf("ari.conf")
    assert [(name, where.line) for name, where in conf.sections] == [("general", 1), ("dashboard", 4)]


def test_included_files_are_read_where_they_are_included(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "b.conf").write_text("[b]\n", encoding="utf-8")
    (tmp_path / "more" / "a.conf").write_text("[a](template)\n", encoding="utf-8")
    there = etc(
        tmp_path, ari='[one]\n#include "more/*.conf"\n#tryinclude /nowhere/at/all.conf\n[two]\n'
    ).conf("ari.conf")
    assert [name for name, _ in there.sections] == ["one", "a", "b", "two"]
    assert there.includes == {
        tmp_path / "more/a.conf",
        tmp_path / "more/b.conf",
        Path("/nowhere/at/all.conf"),
    }


def test_files_that_include_each_other_end(tmp_path: Path) -> None:
    conf = etc(tmp_path, ari="[one]\n#include ari.conf\n").conf("ari.conf")
    assert {name for name, _ in conf.sections} == {"one"}


def test_a_file_that_is_not_there_says_nothing(tmp_path: Path) -> None:
    conf = Etc(tmp_path).conf("manager.conf")
    assert (conf.sections, conf.values) == ([], [])
