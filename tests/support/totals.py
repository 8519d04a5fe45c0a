"""Runs test functions written in Python and prints what Qt Test prints, so that tests/tally.py sums all alike.

A test file names its tests test_... and ends with

    if __name__ == "__main__":
        totals.run(sys.modules[__name__])

A test passes when it returns, is skipped when it raises Skip, and fails on any other exception: assert is enough.
Test names given on the command line run these alone.
"""

import sys
import time
import traceback


class Skip(Exception):
    """Raised by a test that cannot be done here; its text says why."""


def _tests_of(tests):
    """The test functions of a module in the order in which they are written; a list of functions is taken as it is."""
    if isinstance(tests, (list, tuple)):
        return list(tests)
    found = [f for name, f in vars(tests).items() if name.startswith("test_") and callable(f)]
    return sorted(found, key=lambda function: function.__code__.co_firstlineno)


def _run_one(function, out):
    """Runs one test, prints its line, and returns 'passed', 'failed' or 'skipped'."""
    try:
        function()
    except Skip as why:
        out.write(f"SKIP   : {function.__name__} {why}\n")
        return "skipped"
    except (Exception, SystemExit) as problem:
        out.write(f"FAIL!  : {function.__name__} {type(problem).__name__}: {problem}\n")
        for line in "".join(traceback.format_tb(problem.__traceback__)[1:]).splitlines():
            out.write(f"   {line}\n")
        return "failed"
    out.write(f"PASS   : {function.__name__}\n")
    return "passed"


def run_and_count(tests, out=sys.stdout, only=()):
    """Runs the tests of a module or list, all or only those named; prints a line for each and the totals last.

    Returns how many passed, failed and were skipped. No test at all, or a name that no test has, counts as a failure.
    """
    start = time.monotonic()
    functions = _tests_of(tests)
    known = {function.__name__ for function in functions}
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    for name in [name for name in only if name not in known] or ([] if functions else ["any"]):
        out.write(f"FAIL!  : {name} There is no such test.\n")
        counts["failed"] += 1
    for function in functions:
        if not only or function.__name__ in only:
            counts[_run_one(function, out)] += 1
            out.flush()
    took = round((time.monotonic() - start) * 1000)
    passed, failed, skipped = counts["passed"], counts["failed"], counts["skipped"]
    out.write(f"Totals: {passed} passed, {failed} failed, {skipped} skipped, 0 blacklisted, {took}ms\n")
    out.flush()
    return passed, failed, skipped


def run(tests):
    """Runs the tests of a module or a list of functions and ends the program: exit code 1 where one failed, else 0."""
    sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(1 if run_and_count(tests, only=sys.argv[1:])[1] else 0)


def run_unittest():
    """Runs the unittest classes of the calling program and prints the totals last, as run() does."""
    import unittest

    start = time.monotonic()
    result = unittest.main(module="__main__", argv=sys.argv[:1], exit=False).result
    failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
    skipped = len(result.skipped)
    for test, why in result.skipped:
        print(f"SKIP   : {test} {why}")
    passed = result.testsRun - failed - skipped
    if result.testsRun == 0:
        failed = 1
    sys.stderr.flush()
    print(f"Totals: {passed} passed, {failed} failed, {skipped} skipped, 0 blacklisted, {int((time.monotonic() - start) * 1000)}ms")
    sys.exit(1 if failed else 0)
