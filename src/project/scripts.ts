import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Scripts } from '../render/workflow/workflow-file';

let loaded: Scripts | undefined;

/** The fixed scripts that a workflow is made of, from the package's `assets/`. */
export function loadScripts(): Scripts {
  loaded ??= {
    report: read('report'),
    secrets: read('secrets'),
    guard: read('guard'),
    appToken: read('app-token'),
    deployKey: read('deploy-key'),
    version: read('version'),
    leg: read('leg'),
    optionalSecrets: read('optional-secrets'),
    collect: read('collect'),
  };
  return loaded;
}

/** Without the lines for a linter, and without the line that finds the other parts when run by hand. */
function read(name: string): string {
  return readFileSync(path.join(packageRoot(), 'assets', `${name}.sh`), 'utf8')
    .replace(/^( *# shellcheck |declare -F ).*\n/gm, '')
    .trimEnd();
}

/** The compiled library lies one directory deeper than the bundled command. */
function packageRoot(): string {
  return path.resolve(__dirname, path.basename(__dirname) === 'project' ? '../..' : '..');
}
