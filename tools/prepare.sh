# Sourced by ./run, ./test and ./cosecha: what they need before they can start. Leaves the shell in the repository's root.

cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

# One configuration for everything: what plain `dotnet build` and `dotnet test` use, so that nothing is built twice.
configuration=Debug
log=.local/prepare.log
mkdir -p .local

say() { echo "$*"; }

die() {
  echo "$*" >&2
  exit 1
}

need_dotnet() {
  command -v dotnet >/dev/null \
    || die "The .NET SDK is missing: install .NET SDK 10 (https://dotnet.microsoft.com/download) and try again."
  dotnet --version >/dev/null 2>&1 \
    || die "No .NET SDK 10 among the installed ones ($(cd / && dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | paste -sd' ' - || true)): install it (https://dotnet.microsoft.com/download) and try again."
}

need_node() {
  command -v node >/dev/null && command -v npm >/dev/null \
    || die "Node.js or npm is missing, which the storage emulator Azurite needs: install Node.js 20 or later (https://nodejs.org) and try again."
  local version
  version=$(node --version)
  version=${version#v}
  ((${version%%.*} >= 20)) \
    || die "Node.js $version is too old for the storage emulator Azurite: install Node.js 20 or later (https://nodejs.org) and try again."
}

# Runs a command, and shows what it said only if it fails.
quietly() {
  "$@" >"$log" 2>&1 || {
    cat "$log" >&2
    die "Failed: $*"
  }
}

# The same for what asks a package feed: feeds hiccup, so it gets a second try.
fetching() { "$@" >"$log" 2>&1 || quietly "$@"; }

install_azurite() {
  local installed=tools/azurite/node_modules/.package-lock.json
  if [[ tools/azurite/package-lock.json -nt $installed ]]; then
    say "Installing Azurite."
    fetching npm ci --prefix tools/azurite
    touch "$installed"
  fi
}

# Which flavour of the Functions worker this machine's package feed allows (docs/contributing.md); remembered in Worker.props.
choose_worker() {
  [[ -f Worker.props ]] || find_worker
  if grep -q '<WorkerPackages>true<' Worker.props; then
    say "Worker flavour: the Microsoft.Azure.Functions.Worker packages (remembered in Worker.props)."
  else
    say "Worker flavour: tests/WorkerFacade, since the package feed lacks Microsoft.Azure.Functions.Worker (remembered in Worker.props)."
  fi
}

find_worker() {
  for _ in 1 2; do
    if dotnet restore src/Cosecha.Functions -p:WorkerPackages=true >"$log" 2>&1; then
      remember_worker true
      return
    elif grep -Eq 'NU110[123].*Microsoft\.Azure\.Functions\.Worker' "$log"; then
      remember_worker false
      return
    fi
  done
  cat "$log" >&2
  die "The packages cannot be restored, and not because the feed lacks the Functions worker: see above."
}

remember_worker() {
  printf '<Project>\n  <PropertyGroup>\n    <WorkerPackages>%s</WorkerPackages>\n  </PropertyGroup>\n</Project>\n' "$1" >Worker.props
}
