import type { AppCheck, AppFinding, Seen } from './app-check';
import { uncollected } from './built-files';
import { ownWords } from './package-files';
import { bundlesOf, TAURI_FILES, type TauriPlatform, tauriPlatforms, valuesOf } from './tauri';
import { builtFile, BUNDLES } from './tauri-bundles';
import { fields } from '../outside/data';

/** What else may say where. */
const CARGO_VARIABLES = ['CARGO_TARGET_DIR', 'CARGO_BUILD_TARGET'];

/** @see https://v2.tauri.app/reference/config/#bundleconfig */
export const tauriArtifactMissing: AppCheck = {
  id: 'tauri-artifact-missing',
  cause: 'Tauri makes a bundle that no artifact pattern of the platform matches: it is lost when the run ends. Where nothing at all is matched, the leg fails. With `--target`, the triple is a part of the path.',
  cure: 'Add a pattern for it, or take it out of `bundle.targets` or `--bundles`. A bare `app` on macOS is not missed: a dmg holds it.',
  files: () => TAURI_FILES,
  check: (seen) => tauriPlatforms(seen).filter(({ isLast }) => isLast).flatMap((built) => missing(built, seen)),
};

function missing(built: TauriPlatform, seen: Seen): AppFinding[] {
  const { platform, words, configuration } = built;
  const isMade = valuesOf(words, '--bundles', '-b').length > 0 || built.command === 'bundle' || fields(configuration.bundle).active === true;
  if (!isMade || words.includes('--no-bundle') || isElsewhere(built, seen)) {
    return [];
  }
  const named = bundlesOf(built);
  const files = (named.length ? named : [...BUNDLES.keys()]).flatMap((bundle) => builtFile(bundle, built) ?? []);
  return uncollected('Tauri', files.map((file) => ({ ...file, wanted: named.includes(file.target) && file.target !== 'app' })), platform);
}

/** Whether Cargo builds where only it knows. */
function isElsewhere({ platform, words }: TauriPlatform, { job, files }: Seen): boolean {
  // a step or a script may set one, too
  const said = [...Object.keys(platform.env), ownWords(job), files.get('package.json') ?? ''];
  const settings = [...files].filter(([file]) => file.includes('.cargo/')).map(([, content]) => content);
  return words.some((word) => /^--(?:target-dir|profile|runner)\b|^-r$/.test(word))
    || CARGO_VARIABLES.some((variable) => said.some((one) => one.includes(variable)))
    || settings.some((content) => content === '' || /target-dir|^[ \t]*target[ \t]*=/m.test(content));
}
