import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { packageRoot, packageVersion } from './package-version';
import type { Scripts } from '../text/scripts';

let loaded: Scripts | undefined;

/** The fixed scripts that a workflow is made of, from the package's `assets/`. */
export function loadScripts(): Scripts {
  loaded ??= {
    say: part('say'),
    report: part('report'),
    secrets: part('secrets'),
    guard: part('guard'),
    appToken: part('app-token'),
    deployKey: part('deploy-key'),
    version: part('version'),
    leg: part('leg'),
    optionalSecrets: part('optional-secrets'),
    artifacts: part('artifacts'),
    collect: part('collect'),
    handedOn: part('handed-on'),
    pack: part('pack'),
    unpack: part('unpack'),
  };
  return loaded;
}

/** A script as it stands in a workflow: byte for byte what the package ships, below a line by which a reader can tell. */
function part(name: string): string {
  const text = readScript(name);
  const sum = createHash('sha256').update(text).digest('hex');
  return `# ${name}.sh of projen-tag-build ${packageVersion()}, sha256 ${sum}\n${text}`;
}

/** One of the fixed scripts as the package ships it. */
export function readScript(name: string): string {
  return readFileSync(path.join(packageRoot(), 'assets', `${name}.sh`), 'utf8');
}
