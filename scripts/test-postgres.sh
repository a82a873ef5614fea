# A PostgreSQL of our own in a temporary folder: Unix socket and one free loopback port, no durability, gone afterwards.

# Each test has a store of its own, and making one is a thousand small files: in memory that takes a tenth of the time.
quick_folder() {
  local free
  free=$(df --output=avail -k /dev/shm 2>/dev/null | tail -1)
  if [ "$(stat -f -c %T /dev/shm 2>/dev/null)" = tmpfs ] && [ "${free:-0}" -gt 6000000 ]; then echo /dev/shm; else echo "${TMPDIR:-/tmp}"; fi
}

# start_test_postgres FOLDER WAL
start_test_postgres() {
  pg_bin=$(postgres_bin)
  pg_dir=$(mktemp -d "$1/qingdan-postgres.XXXXXX")
  pg_port=$(( 20000 + RANDOM % 20000 ))
  if [ "$(id -u)" -eq 0 ]; then chown postgres "$pg_dir"; pg_as="runuser -u postgres --"; else pg_as=; fi
  $pg_as "$pg_bin/initdb" -D "$pg_dir/data" -U postgres -A trust --no-sync -E UTF8 --locale=C.UTF-8 >/dev/null
  $pg_as "$pg_bin/pg_ctl" -D "$pg_dir/data" -w -s -l "$pg_dir/log" -o "-h 127.0.0.1 -p $pg_port -k $pg_dir -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c checkpoint_timeout=1h -c max_wal_size=$2 -c max_connections=200 -c shared_buffers=256MB" start
  export QINGDAN_TEST_POSTGRES="Host=127.0.0.1;Port=$pg_port;Username=postgres;Database=postgres"
}

stop_test_postgres() {
  $pg_as "$pg_bin/pg_ctl" -D "$pg_dir/data" -m immediate -s stop || true
  rm -rf "$pg_dir"
}
