import { canBuild, type RawStep } from './raw-steps';

/** Words of what makes the files that a build is for. */
const BUILDS = /\b(?:build|package|pack|make|bundle|dist|compile|publish|installer|electron-builder|electron-forge|tauri|wails|pyinstaller|jpackage|nfpm|cargo|cmake|ninja|gradlew?|mvnw?|msbuild|dotnet|go build)\b/i;

/** Words of what gets ready for it, or finishes it. */
const AROUND = /\b(?:npm (?:ci|i|install)|(?:pnpm|yarn|bun) install|yarn --|pip install|apt-get|brew install|cargo (?:fetch|fmt|clippy|test)|go (?:mod|vet|test)|dotnet (?:restore|test|tool)|lint|test|notarytool|codesign|security (?:create|import|unlock)|gh release|git config|git tag|sha256sum|shasum|checksum|chmod|ditto|zip|7z|tar|cp|mv|rm -rf?|ls|strip|compress-archive|copy-item)\b/i;

/** What only fetches what the build needs is never the build itself. */
const FETCHES = /^(?:(?:npm|pnpm|yarn|bun) (?:ci|i|install)\b.*|yarn(?: --\S+)*|(?:pip3? install|dotnet restore|go mod (?:download|tidy)|cargo fetch|flutter pub get|bundle install)\b.*)$/;

/**
 * The step that is the build, among those that make what is uploaded: the last that says so and
 * does nothing else; failing that the last that can be one. -1: none can.
 */
export function buildStepOf(steps: readonly RawStep[], system: string): number {
  const possible = steps.map((raw, index) => ({ index, run: raw.step.run ?? '', title: raw.step.name ?? '', can: canBuild(raw, system) }))
    .filter(({ can, run }) => can && !run.split('\n').every((line) => line.trim() === '' || FETCHES.test(line.trim())));
  const says = possible.filter(({ run, title }) => BUILDS.test(run) || /\b(?:build|package|bundle|compile|make)\b/i.test(title));
  const alone = says.filter(({ run, title }) => !AROUND.test(run) && !/\b(?:sign|notari[sz]e|test|install|checksum|zip|pack|archive)\b/i.test(title));
  return (alone.at(-1) ?? says.at(-1) ?? possible.at(-1))?.index ?? -1;
}
