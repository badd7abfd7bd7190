import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Scripts } from '../text/scripts';

let loaded: Scripts | undefined;

/** The fixed scripts that a workflow is made of, from the package's `assets/`. */
export function loadScripts(): Scripts {
  loaded ??= {
    report: readScript('report'),
    secrets: readScript('secrets'),
    guard: readScript('guard'),
    appToken: readScript('app-token'),
    deployKey: readScript('deploy-key'),
    version: readScript('version'),
    leg: readScript('leg'),
    optionalSecrets: readScript('optional-secrets'),
    collect: readScript('collect'),
    handedOn: readScript('handed-on'),
    pack: readScript('pack'),
    unpack: readScript('unpack'),
  };
  return loaded;
}

/** One of the fixed scripts, without the lines for a linter, and without the line that finds the other parts when run by hand. */
export function readScript(name: string): string {
  return readFileSync(path.join(packageRoot(), 'assets', `${name}.sh`), 'utf8')
    .replace(/^( *# shellcheck |declare -F ).*\n/gm, '')
    .trimEnd();
}

/** The compiled library lies one directory deeper than the bundled command. */
export function packageRoot(): string {
  return path.resolve(__dirname, path.basename(__dirname) === 'outside' ? '../..' : '..');
}
