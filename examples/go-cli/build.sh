#!/usr/bin/env bash
# Builds an archive for each system and processor into dist/. The tag's version comes by VERSION.
set -euo pipefail

name=sums
export CGO_ENABLED=0
mkdir -p dist
for target in linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64; do
  export GOOS=${target%/*} GOARCH=${target#*/}
  program=$name
  [ "$GOOS" != windows ] || program=$name.exe
  go build -trimpath -ldflags "-s -w -X main.version=${VERSION:-dev}" -o "dist/$target/$program" .
  tar -czf "dist/$name-$GOOS-$GOARCH.tar.gz" -C "dist/$target" "$program"
done
