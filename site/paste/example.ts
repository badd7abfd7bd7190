/** What the page shows before somebody pastes a workflow. */
export const EXAMPLE = `name: Installers
on:
  push:
    tags: ['v*']
jobs:
  build:
    strategy:
      matrix:
        include:
          - { os: ubuntu-latest, system: linux, files: 'dist/*.AppImage' }
          - { os: windows-latest, system: win, files: 'dist/*.exe' }
          - { os: macos-latest, system: mac, files: 'dist/*.dmg' }
    runs-on: \${{ matrix.os }}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
          cache: npm
      - run: npm ci
      - run: npm run package -- --\${{ matrix.system }}
        env:
          CSC_LINK: \${{ secrets.CSC_LINK }}
          CSC_KEY_PASSWORD: \${{ secrets.CSC_KEY_PASSWORD }}
      - uses: actions/upload-artifact@v4
        with:
          name: \${{ matrix.system }}
          path: \${{ matrix.files }}
  release:
    needs: build
    runs-on: ubuntu-latest
    permissions:
      contents: write
    steps:
      - uses: actions/download-artifact@v4
      - uses: softprops/action-gh-release@v2
        with:
          files: '*/*'
`;
