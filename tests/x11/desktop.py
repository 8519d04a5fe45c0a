"""A desktop of its own for one program: X server, window manager, session bus, accessibility bus, an empty home folder."""

import os
import shutil
import subprocess
import tempfile
import time

NEEDED = ["Xvfb", "openbox", "xdotool", "xclip", "xprop", "dbus-daemon"]
AT_SPI_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"


def missing_tools():
    """The names of what this needs and is not installed."""
    absent = [tool for tool in NEEDED if shutil.which(tool) is None]
    return absent if os.path.exists(AT_SPI_LAUNCHER) else absent + ["at-spi-bus-launcher"]


def wait_for(condition, seconds=20, what="the condition"):
    """What the condition gives as soon as it is true; fails after some seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.05)
    raise AssertionError(f"{what} did not come true within {seconds} s")


class Desktop:
    """Use with `with`; everything started is ended, and the home folder is removed. One serves a whole test program: starting
    servers on the same display one right after the other is a race that they lose now and then."""

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="scope-explorer-x11-")
        self.home = self.folder + "/home"
        self.children = []
        self.apps = []
        self.env = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "QT_"))}
        self.env.update(HOME=self.home, XDG_RUNTIME_DIR=self.folder + "/run", QT_QPA_PLATFORM="xcb",
                        QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", LC_ALL="C.UTF-8")
        os.makedirs(self.home)
        os.makedirs(self.env["XDG_RUNTIME_DIR"], mode=0o700)
        self._start_display()
        self._start_buses()
        self.spawn(["openbox"])
        wait_for(self._is_managed, what="the window manager")
        return self

    def _is_managed(self):
        check = subprocess.run(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], env=self.env, capture_output=True, text=True)
        return "window id" in check.stdout

    def _start_display(self):
        # -noreset: without it the server starts anew when its last client goes, and whoever connects at that moment is refused.
        read_end, write_end = os.pipe()
        self.spawn(["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1280x720x24", "-nolisten", "tcp", "-noreset"],
                   pass_fds=[write_end])
        os.close(write_end)
        # The number and its line feed come in two writes: a pipe closed in between would end the server.
        with os.fdopen(read_end) as answer:
            self.env["DISPLAY"] = ":" + answer.readline().strip()

    def _start_buses(self):
        bus = self.spawn(["dbus-daemon", "--session", "--print-address=1", "--nofork"], stdout=subprocess.PIPE)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        self.spawn([AT_SPI_LAUNCHER, "--launch-immediately"])
        sockets = self.env["XDG_RUNTIME_DIR"] + "/at-spi"
        wait_for(lambda: os.path.isdir(sockets) and os.listdir(sockets), what="the accessibility bus")

    def __exit__(self, *_):
        self._end(self.apps)
        self._end(self.children)
        shutil.rmtree(self.folder, ignore_errors=True)

    @staticmethod
    def _end(processes):
        for child in reversed(processes):
            if child.poll() is None:
                child.terminate()
                try:
                    child.wait(5)
                except subprocess.TimeoutExpired:
                    child.kill()
        processes.clear()

    def renew(self):
        """Ends the programs under test and takes an empty home folder, as if nothing had ever been started."""
        self._end(self.apps)
        shutil.rmtree(self.home, ignore_errors=True)
        os.makedirs(self.home)
        return self

    def spawn(self, command, stdout=subprocess.DEVNULL, **options):
        child = subprocess.Popen(command, env=self.env, stdout=stdout, stderr=subprocess.DEVNULL, **options)
        self.children.append(child)
        return child

    def start(self, *command):
        """Starts the program and waits for its window; gives the process."""
        app = self.spawn(list(command))
        self.children.remove(app)
        self.apps.append(app)
        wait_for(lambda: self._visible_windows(app.pid) or app.poll() is not None, 40, "the window")
        assert app.poll() is None, f"the program ended with {app.returncode}"
        self.focus(app)
        return app

    def _visible_windows(self, pid):
        search = ["xdotool", "search", "--onlyvisible", "--pid", str(pid)]
        return subprocess.run(search, env=self.env, capture_output=True, text=True).stdout.split()

    def focus(self, app):
        window = self._visible_windows(app.pid)[-1]
        subprocess.run(["xdotool", "windowactivate", "--sync", window], env=self.env, timeout=20)
        time.sleep(0.3)

    def keys(self, *names):
        subprocess.run(["xdotool", "key", "--delay", "40", *names], env=self.env, check=True)
        time.sleep(0.3)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "25", text], env=self.env, check=True)
        time.sleep(0.3)

    def clipboard(self):
        """The clipboard's text, exactly."""
        run = subprocess.run(["xclip", "-o", "-selection", "clipboard"], env=self.env, capture_output=True, timeout=10)
        return run.stdout.decode()

    def set_clipboard(self, text):
        child = subprocess.Popen(["xclip", "-i", "-selection", "clipboard"], stdin=subprocess.PIPE, env=self.env,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        child.communicate(text.encode())

    def title(self, app):
        name = subprocess.run(["xdotool", "getwindowname", self._visible_windows(app.pid)[-1]], env=self.env, capture_output=True, text=True)
        return name.stdout.strip()
