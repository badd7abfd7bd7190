/**
 * What an import changes today without a word of it, by sample. It can only become less: the test
 * fails where an entry is mended and still stands here.
 */
export const open: Readonly<Record<string, readonly string[]>> = {
  'branches-and-tags': [
    "release: notes of the release of v1.2.3 was 'none' and is 'generated'",
    "release: prerelease of the release of v1.2.3-rc.1 was 'false' and is 'true'",
    "release: notes of the release of v1.2.3-rc.1 was 'none' and is 'generated'",
  ],
  'containers': [
    "setting: setting was '{\"image\":\"debian:11\",\"env\":{\"DEBIAN_FRONTEND\":\"noninteractive\"},\"options\":\"--cpus 2\"}' and is '{\"image\":\"debian:11\",\"env\":{\"DEBIAN_FRONTEND\":\"noninteractive\"},\"options\":[\"--cpus 2\"]}'",
  ],
  'electron-builder-split': [
    "release: prerelease of the release of v1.2.3-rc.1 was 'false' and is 'true'",
  ],
  'follow-ups': [
    "release: prerelease of the release of v1.2.3-rc.1 was 'false' and is 'true'",
  ],
  'go-loop': [
    "release: prerelease of the release of v1.2.3-rc.1 was 'false' and is 'true'",
  ],
  'macos-keychain': [
    "signing: signing 'KEYCHAIN_PASSWORD' '' is not there",
    "release: notes of the release of v1.2.3 was 'none' and is 'generated'",
    "release: prerelease of the release of v1.2.3-rc.1 was 'false' and is 'true'",
    "release: notes of the release of v1.2.3-rc.1 was 'none' and is 'generated'",
  ],
  'npm-beside-release': [
    "release: notes of the release of v1.2.3 was 'none' and is 'generated'",
    "release: prerelease of the release of v1.2.3-rc.1 was 'false' and is 'true'",
    "release: notes of the release of v1.2.3-rc.1 was 'none' and is 'generated'",
  ],
  'publish-script-steps': [
    "release: prerelease of the release of v1.2.3-rc.1 was 'false' and is 'true'",
  ],
  'pyinstaller': [
    "release: notes of the release of v1.2.3 was 'none' and is 'generated'",
    "release: notes of the release of v1.2.3-rc.1 was 'none' and is 'generated'",
  ],
  'release-event': [
    "release: notes of the release of v1.2.3 was 'none' and is 'generated'",
  ],
  'rust-cross': [
    "release: notes of the release of 1.2.3 was 'none' and is 'generated'",
    "release: prerelease of the release of 1.2.3-rc.1 was 'false' and is 'true'",
    "release: notes of the release of 1.2.3-rc.1 was 'none' and is 'generated'",
  ],
  'stamped': [
    "stamp: stamp 'package.json' '' is not there",
    "stamp: stamp 'src-tauri/Cargo.toml' '' is not there",
  ],
  'tauri-by-hand': [
    "release: prerelease of the release of v1.2.3-rc.1 was 'false' and is 'true'",
  ],
  'wails': [
    "release: notes of the release of v1.2.3 was 'none' and is 'generated'",
    "release: prerelease of the release of v1.2.3-rc.1 was 'false' and is 'true'",
    "release: notes of the release of v1.2.3-rc.1 was 'none' and is 'generated'",
  ],
  'windows-azure': [
    "release: prerelease of the release of v1.2.3-rc.1 was 'false' and is 'true'",
  ],
};

/** Samples of which no declaration comes out that can be synthesized, with the rule that refuses it. */
export const refused: Readonly<Record<string, string>> = { 'tauri-action': 'updater-malformed' };
