/**
 * Lints the parts in assets/ as the steps have them, since parts use each other's names. Exits 1
 * unless there is nothing to say, and where a part stands in no step.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { compose, SCRIPTS, type ScriptName } from '../test/support/run-script';

const names = Object.keys(SCRIPTS) as ScriptName[];
const known = new Set<string>(names.flatMap((name) => SCRIPTS[name]).map((part) => `${part}.sh`));
const left = readdirSync('assets').filter((file) => file.endsWith('.sh') && !known.has(file));
const bad = names.filter((name) => {
  const { error, status, stdout } = spawnSync('shellcheck', ['--shell=bash', '-'], { input: compose(name), encoding: 'utf8' });
  if (status !== 0) { console.log(`${name} (${SCRIPTS[name].join(', ')}): ${error?.message ?? stdout}`); }
  return status !== 0;
});

left.forEach((file) => console.log(`assets/${file}: stands in no step of test/support/run-script.ts`));
console.log(`note: ${names.length} scripts of steps, ${known.size} parts`);
process.exitCode = bad.length + left.length > 0 ? 1 : 0;
