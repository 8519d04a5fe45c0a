"""tests/support/totals.py itself: what is counted, and that nothing passes by doing nothing."""

import io
import re
import sys

import files  # noqa: F401  finds totals
import totals


def passes():
    pass


def fails():
    assert 1 == 2, "one is not two"


def leaves():
    sys.exit(0)


def skips():
    raise totals.Skip("no reason")


def outcome(tests, only=()):
    out = io.StringIO()
    counts = totals.run_and_count(tests, out, only)
    return counts, out.getvalue().splitlines()


def test_each_outcome_is_counted_and_printed():
    counts, lines = outcome([passes, fails, skips])
    assert counts == (1, 1, 1), counts
    assert lines[0] == "PASS   : passes", lines
    assert lines[1] == "FAIL!  : fails AssertionError: one is not two", lines
    assert "SKIP   : skips no reason" in lines, lines
    assert re.fullmatch(r"Totals: 1 passed, 1 failed, 1 skipped, 0 blacklisted, \d+ms", lines[-1]), lines


def test_a_test_that_ends_the_program_fails():
    assert outcome([leaves])[0] == (0, 1, 0)


def test_no_test_at_all_is_a_failure():
    assert outcome([])[0] == (0, 1, 0)


def test_a_name_that_no_test_has_is_a_failure():
    assert outcome([passes], only=["passse"])[0] == (0, 1, 0)


def test_named_tests_run_alone():
    assert outcome([passes, fails], only=["passes"])[0] == (1, 0, 0)


def test_a_module_gives_its_tests_in_written_order():
    names = [function.__name__ for function in totals._tests_of(sys.modules[__name__])]
    assert names[0] == "test_each_outcome_is_counted_and_printed"
    assert names[-1] == "test_a_module_gives_its_tests_in_written_order"


if __name__ == "__main__":
    totals.run(sys.modules[__name__])
