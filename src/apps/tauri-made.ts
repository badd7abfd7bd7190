import type { Seen } from './app-check';
import type { BuiltFile } from './built-files';
import { ownWords } from './package-files';
import { bundlesOf, type TauriPlatform, valuesOf } from './tauri';
import { builtFile, BUNDLES } from './tauri-bundles';
import { fields } from '../outside/data';

/** What else may say where. */
const CARGO_VARIABLES = ['CARGO_TARGET_DIR', 'CARGO_BUILD_TARGET'];

/** The bundles that Tauri makes on a platform, those wanted that are named; none where it makes none, or nobody can tell where. */
export function madeBundles(built: TauriPlatform, seen: Seen): BuiltFile[] {
  const { words, configuration } = built;
  const isMade = valuesOf(words, '--bundles', '-b').length > 0 || built.command === 'bundle' || fields(configuration.bundle).active === true;
  if (!isMade || words.includes('--no-bundle') || isElsewhere(built, seen)) {
    return [];
  }
  const named = bundlesOf(built);
  return (named.length ? named : [...BUNDLES.keys()]).flatMap((bundle) => builtFile(bundle, built) ?? [])
    .map((file) => ({ ...file, paths: likeliestFirst(file.paths, built), wanted: named.includes(file.target) }));
}

/** In the directory of Cargo that a pattern names already; the first is what a message offers. */
function likeliestFirst(paths: readonly string[], { platform }: TauriPlatform): string[] {
  const isNamed = (file: string) => platform.artifacts.some((pattern) => pattern.startsWith(file.slice(0, file.indexOf('target/') + 'target/'.length)));
  return [...paths.filter(isNamed), ...paths.filter((file) => !isNamed(file))];
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
