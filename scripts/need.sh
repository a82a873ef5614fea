# Shared by run, test and bench: what must be on the machine, installed by apt where that is allowed, otherwise named.

need_package() { # package, a file (or pattern) that shows it is there
  compgen -G "$2" >/dev/null && return
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    [ -n "${apt_updated:-}" ] || { apt-get update -qq; apt_updated=1; }
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$1" >/dev/null
  fi
  compgen -G "$2" >/dev/null || { echo "缺少 $1。请安装后再试 / Please install: sudo apt-get install $1" >&2; exit 1; }
}

postgres_bin() { # the newest server's folder
  ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1
}

need_dotnet() {
  dotnet --list-sdks 2>/dev/null | grep -q '^10\.' || { echo "缺少 .NET 10 SDK / Please install the .NET 10 SDK" >&2; exit 1; }
}

need_node() {
  command -v npm >/dev/null || { echo "缺少 Node.js 20 / Please install Node.js 20 with npm" >&2; exit 1; }
}
