import { readFileSync } from 'node:fs';
import * as path from 'node:path';

/** What a checkout's package.json says too: a release raises it only for the files that it publishes. */
const UNRELEASED = '0.0.0';

let version: string | undefined;

/**
 * The version of this package. From the sources it is always `0.0.0`: a release raises the version
 * in package.json, synthesizes, and must then find no committed file changed.
 */
export function packageVersion(): string {
  return version ??= path.extname(__filename) === '.ts' ? UNRELEASED : JSON.parse(readFileSync(path.join(packageRoot(), 'package.json'), 'utf8')).version;
}

/** The compiled library lies one directory deeper than the bundled command. */
export function packageRoot(): string {
  return path.resolve(__dirname, path.basename(__dirname) === 'outside' ? '../..' : '..');
}
