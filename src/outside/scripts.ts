import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { packageRoot, packageVersion } from './package-version';
import { beginningOf, fileOf, SCRIPTS, type Scripts } from '../text/scripts';

let loaded: Scripts | undefined;

/** The fixed scripts that a workflow is made of, from the package's `assets/`: each is read when it is asked for. */
export function loadScripts(): Scripts {
  loaded ??= Object.defineProperties({}, Object.fromEntries(SCRIPTS.map((key) => [key, lazily(() => part(fileOf(key)))]))) as Scripts;
  return loaded;
}

function lazily(read: () => string): PropertyDescriptor {
  let text: string | undefined;
  return { enumerable: true, get: () => text ??= read() };
}

let publishScript: string | undefined;

/** The script that publishes, which lies beside the workflows. */
export function loadPublishScript(): string {
  publishScript ??= part('tag-build-publish.mjs', '//');
  return publishScript;
}

/** A script as it is written: byte for byte what the package ships, below a line by which a reader can tell. */
function part(file: string, comment = '#'): string {
  const text = readScript(file);
  const sum = createHash('sha256').update(text).digest('hex');
  return `${comment} ${beginningOf(file, packageVersion(), sum)}${text}`;
}

/** One of the fixed scripts as the package ships it. */
export function readScript(file: string): string {
  return readFileSync(path.join(packageRoot(), 'assets', file), 'utf8');
}
