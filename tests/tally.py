"""Reads what `ctest --verbose` prints and says what came of it; the last line is 'N passed, N failed'.

Each test program prints a line 'Totals: 3 passed, 0 failed, 1 skipped, 0 blacklisted' for each of its test classes, and
these lines are summed. A program that crashed, ran out of time, never started or printed no such line counts as one more
failure. What a program printed is shown where it failed; what it skipped is told in any case. Exits with 1 on a failure.
"""

import re
import sys
from collections import deque

LINES_SHOWN = 2000  # of a program that failed, its last ones
OUTPUT = re.compile(r"^(\d+): ?(.*)")
TOTALS = re.compile(r"^Totals: (\d+) passed, (\d+) failed, (\d+) skipped,")
RESULT = re.compile(r"^\s*\d+/\d+ Test\s+#(\d+): (\S+) [ .]*(.*?)\s+([\d.]+) sec")


class Program:
    """What one test program printed so far."""

    def __init__(self):
        self.output = deque(maxlen=LINES_SHOWN)
        self.skips = []
        self.classes = 0
        self.passed = self.failed = self.skipped = 0

    def read(self, line):
        self.output.append(line)
        if line.startswith("SKIP"):
            self.skips.append(line)
        totals = TOTALS.match(line)
        if totals:
            self.classes += 1
            self.passed += int(totals[1])
            self.failed += int(totals[2])
            self.skipped += int(totals[3])

    def end(self, verdict):
        """Takes ctest's verdict ('Passed', '***Failed', '***Exception: SegFault'...); returns what went wrong, or ''."""
        if self.classes == 0:
            problem = "printed no totals"
        elif verdict == "Passed" or (verdict == "***Failed" and self.failed > 0):
            return ""
        else:
            problem = "ended badly after its totals"
        self.failed += 1
        return f"{verdict.replace('***', ' ').strip()}, {problem}"


def tally(lines, out):
    """Reads ctest's lines, reports to out; returns the number passed and failed."""
    programs, skips = {}, []
    ended = passed = failed = skipped = 0
    for line in lines:
        output, result = OUTPUT.match(line), RESULT.match(line)
        if output:
            programs.setdefault(output[1], Program()).read(output[2])
        elif result:
            ended += 1
            program = programs.pop(result[1], None) or Program()
            problem = program.end(result[3])
            if program.failed:
                out.write("\n".join(program.output) + "\n")
            out.write(f"{result[2]}: {program.passed} passed, {program.failed} failed, {program.skipped} skipped, {result[4]} s")
            out.write(f" ({problem})\n" if problem else "\n")
            out.flush()
            passed, failed, skipped = passed + program.passed, failed + program.failed, skipped + program.skipped
            skips += [f"{result[2]}: {skip}" for skip in program.skips]
    if ended == 0 or programs:
        out.write("Not every test came to its end.\n" if programs else "No test was run.\n")
        failed += max(1, len(programs))
    out.write(f"{skipped} skipped\n" + "".join(skip + "\n" for skip in skips))
    out.write(f"{passed} passed, {failed} failed\n")
    return passed, failed


if __name__ == "__main__":
    sys.stdin.reconfigure(errors="replace")
    sys.stdout.reconfigure(errors="replace")
    sys.exit(1 if tally((line.rstrip("\n") for line in sys.stdin), sys.stdout)[1] else 0)
