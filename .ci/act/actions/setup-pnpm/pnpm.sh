#!/bin/sh
# `pnpm install` only looks for what it would need; `pnpm run` is npm's.
case $1 in
  install) exec test -f pnpm-lock.yaml ;;
  run) exec npm run --silent "$2" ;;
  *) echo "unknown: pnpm $*" && exit 1 ;;
esac
