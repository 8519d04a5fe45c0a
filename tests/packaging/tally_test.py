"""tests/tally.py: what it makes of ctest's output decides whether the tests pass, so it is tested itself."""

import io
import sys

import build
import totals

sys.path.insert(0, str(build.SOURCE / "tests"))

import tally  # noqa: E402 (found by the line above)

GOOD = "1: Totals: 3 passed, 0 failed, 1 skipped, 0 blacklisted, 5ms"
BAD = "1: Totals: 3 passed, 2 failed, 0 skipped, 0 blacklisted, 5ms"
PASSED = "1/1 Test #1: room .............................   Passed    0.01 sec"
FAILED = "1/1 Test #1: room .............................***Failed    0.01 sec"


def counts(*lines):
    return tally.tally(lines, io.StringIO())


def test_the_totals_of_all_classes_are_summed():
    assert counts(GOOD, GOOD, PASSED) == (6, 0)


def test_failures_are_counted_once():
    assert counts(GOOD, BAD, FAILED) == (6, 2)


def test_a_crash_after_the_totals_is_one_failure():
    assert counts(GOOD, "1/1 Test #1: room ....***Exception: SegFault  0.10 sec") == (3, 1)
    assert counts(GOOD, "1/1 Test #1: room ....Subprocess aborted***Exception:   0.10 sec") == (3, 1)


def test_a_crash_after_failures_is_one_more():
    assert counts(BAD, "1/1 Test #1: room ....***Exception: SegFault  0.10 sec") == (3, 3)


def test_a_bad_exit_code_after_good_totals_is_one_failure():
    assert counts(GOOD, FAILED) == (3, 1)


def test_running_out_of_time_is_one_failure():
    assert counts("1: working", "1/1 Test #1: room ....***Timeout   1.00 sec") == (0, 1)


def test_a_program_that_is_not_there_is_one_failure():
    assert counts("1/1 Test #1: room ....***Not Run   0.00 sec") == (0, 1)


def test_silence_is_one_failure():
    assert counts(PASSED) == (0, 1)


def test_no_test_at_all_is_a_failure():
    assert counts("No tests were found!!!") == (0, 1)
    assert counts() == (0, 1)


def test_a_program_that_never_ended_is_one_failure():
    assert counts(GOOD, PASSED, "2: Totals: 1 passed, 0 failed, 0 skipped, 0 blacklisted, 5ms") == (3, 1)


def test_programs_that_ran_side_by_side_are_told_apart():
    second = "2/2 Test #12: other ....***Failed    0.01 sec"
    assert counts(GOOD, "12: Totals: 1 passed, 1 failed, 0 skipped, 0 blacklisted, 5ms", PASSED, second) == (4, 1)


def test_skips_are_told_and_the_sum_comes_last():
    out = io.StringIO()
    tally.tally(["1: SKIP   : RoomTest::window() There is no display.", GOOD, PASSED], out)
    lines = out.getvalue().splitlines()
    assert "1 skipped" in lines and "room: SKIP   : RoomTest::window() There is no display." in lines, lines
    assert lines[-1] == "3 passed, 0 failed", lines


def test_output_is_shown_only_where_a_test_failed():
    shown = {}
    for name, lines in (("good", (GOOD, PASSED)), ("bad", (BAD, FAILED))):
        out = io.StringIO()
        tally.tally(["1: a line of output", *lines], out)
        shown[name] = "a line of output" in out.getvalue()
    assert shown == {"good": False, "bad": True}, shown


if __name__ == "__main__":
    totals.run(sys.modules[__name__])
