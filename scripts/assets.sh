#!/usr/bin/env bash
# Styles, icons and charts from npm, pinned and local: node_modules → src/Platform/wwwroot/lib.
set -euo pipefail
cd "$(dirname "$0")/../src/Platform"
[ -f package.json ] || exit 0
stamp=wwwroot/lib/.stamp
[ -f "$stamp" ] && cmp -s package-lock.json "$stamp" && exit 0
npm ci --ignore-scripts --no-audit --no-fund --silent
rm -rf wwwroot/lib && mkdir -p wwwroot/lib
cp node_modules/bootstrap/dist/css/bootstrap.min.css wwwroot/lib/
cp node_modules/bootstrap-icons/font/bootstrap-icons.min.css wwwroot/lib/
cp -r node_modules/bootstrap-icons/font/fonts wwwroot/lib/
cp node_modules/echarts/dist/echarts.min.js wwwroot/lib/
cp package-lock.json "$stamp"
