# The Debian packages that each task needs, and how to install them. Read by the scripts with `.`, not run.

# shellcheck disable=SC2034 # the scripts that read this file use the lists
packages_to_build="cmake g++ libsimdjson-dev libyaml-dev ninja-build qt6-base-dev"
packages_for_wayland="qt6-wayland"
packages_to_test="appstream at-spi2-core cmark-gfm dbus-daemon desktop-file-utils dpkg-dev file fish gir1.2-atspi-2.0 git libglib2.0-bin lintian
    mandoc openbox procps python3 python3-gi python3-jsonschema shared-mime-info x11-utils xclip xdotool xvfb zsh"
packages_to_check="clang clang-format clang-tidy libclang-rt-dev"

# install_packages NAME...: installs those that are missing; 1 if that cannot be done. Where there is no apt-get it names them.
install_packages() {
    if ! command -v apt-get >/dev/null; then
        echo "This system has no apt-get. What follows needs these Debian packages under the names they have here: $*"
        return 0
    fi
    missing=
    for package; do
        case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) in
        *" installed") ;;
        *) missing="$missing $package" ;;
        esac
    done
    [ -n "$missing" ] || return 0

    as_root=
    if [ "$(id -u)" != 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "These packages are missing, and without sudo they cannot be installed:$missing"
            echo "Run as root: apt-get install$missing"
            return 1
        fi
        as_root=sudo
    fi
    # A list that cannot be updated need not be in the way: whether the packages can be had, the second command tells.
    $as_root apt-get -q -o DPkg::Lock::Timeout=300 update || true
    # shellcheck disable=SC2086 # the names are split on purpose
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 install $missing
}
