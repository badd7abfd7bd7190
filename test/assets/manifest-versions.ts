import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifestVersion } from '../../src/tasks/plan/manifest-version';
import { asset } from '../support/run-script';

const functions = asset('version').replace(/\nSECONDS=0[^]*$/, '').replace(/^declare.*$/m, '');

/** Each file's version, in one run of bash. */
export function byTheScript(files: readonly (readonly [file: string, text: string])[]): string[] {
  const dir = mkdtempSync(join(tmpdir(), 'manifests-'));
  try {
    files.forEach(([, text], index) => writeFileSync(join(dir, String(index)), text));
    const script = `${functions}\nn=0\nfor file; do found=$(version_in "$n"); n=$((n + 1)); printf '%s\\n' "$found"; done`;
    return execFileSync('bash', ['-c', script, 'bash', ...files.map(([file]) => file)], { cwd: dir, encoding: 'utf8' }).slice(0, -1).split('\n');
  } finally {
    rmSync(dir, { recursive: true });
  }
}

export function byThePlan([file, text]: readonly [file: string, text: string]): string {
  const found = manifestVersion(file, text);
  return 'value' in found ? found.value : '';
}
