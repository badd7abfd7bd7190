import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { versionsIn } from '../../src/manifests/manifest-kinds';
import { asset } from '../support/run-script';

const FUNCTIONS = ['say', 'report', 'manifests', 'manifest-json', 'manifest-toml', 'manifest-xml', 'manifest-lines'].map(asset).join('\n');

type File = readonly [file: string, text: string, version?: string, line?: string];

/** Runs bash with what reads manifests. */
export function withManifests(script: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): string {
  return execFileSync(process.env.TEST_BASH ?? 'bash', ['-c', `${FUNCTIONS}\n${script}`, 'bash', ...args], { cwd, encoding: 'utf8', env: { ...process.env, ...env } });
}

/**
 * Each file's versions, in one run of bash. With each place goes what stands there, out of the bytes that the script points at.
 *
 * @param awk path of another awk than the system's, with its arguments
 */
export function byTheScript(files: readonly File[], awk?: string): string[] {
  const dir = mkdtempSync(join(tmpdir(), 'manifests-'));
  try {
    files.forEach(([, text], index) => writeFileSync(join(dir, String(index)), text));
    if (awk) {
      symlinkSync(awk, join(dir, 'awk'));
    }
    const script = `n=0
      while [ $# -gt 0 ]; do
        file=$1 line=$2
        while read -r offset size version _; do
          [ -z "$offset" ] || { printf '%s ' "$version"; [ "$(tail -c "+$((offset + 1))" "$n" | head -c "$size")" = "$version" ] || printf '(elsewhere) '; }
        done <<<"$(places_in "$n")"
        echo
        n=$((n + 1))
        shift 2
      done`;
    const args = files.flatMap(([file, , , line = '']) => [file, line]);
    return withManifests(script, args, dir, { PATH: `${dir}:${process.env.PATH}` }).split('\n').slice(0, -1).map((found) => found.trimEnd());
  } finally {
    rmSync(dir, { recursive: true });
  }
}

export function byThePlan([path, text, , line = '']: File): string {
  return versionsIn({ path, line }, text).map(({ version }) => version).join(' ');
}
