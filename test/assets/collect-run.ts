import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compose, runScript, type ScriptRun } from '../support/run-script';

export let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'collect-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

export function files(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(join(directory, dirname(path)), { recursive: true });
    writeFileSync(join(directory, path), `content of ${path}`);
  }
}

export const collect = (...patterns: string[]) =>
  runScript(compose('collect'), { ARTIFACTS: patterns.join('\n'), PLATFORM: 'linux-x64', DOC_URL: 'https://doc' }, { cwd: directory });

/** The names in the summary; what keeps GitHub from making something of them is left out. */
export const listed = (run: ScriptRun) => Array.from(run.summary.matchAll(/^\| (.*) \| \d+ \|/gm), ([, file]) => file.replace(/<!-- -->|<[/]?span>/g, ''));
