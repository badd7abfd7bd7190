/**
 * Measures what tag builds add to the loading and the synthesis of a project, on the code that is
 * published, and prints a table.
 * Usage: node bench/run.mjs [samples]
 */
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { benchPlan } from './plan.mjs';

const SAMPLE = fileURLToPath(new URL('sample.cjs', import.meta.url));
const library = fileURLToPath(new URL('../lib/index.js', import.meta.url));
const reference = fileURLToPath(new URL('../node_modules/.cache/projen-tag-build/reference-build.cjs', import.meta.url));
const samples = Number(process.argv[2] ?? 5);

if (!Number.isInteger(samples) || samples < 1) { throw new Error(`got ${process.argv[2]} samples: give a whole number above 0`); }
if (!existsSync(library)) { throw new Error('lib/ is missing: run `npx projen compile` and `npx projen post-compile` first'); }

const variants = [
  { name: 'bare project', builds: 0, bare: true },
  { name: 'the reference build', builds: 1, reference, library },
  ...[4, 64].flatMap(platforms => [1, 10, 50].map(builds => ({
    name: `${builds} build${builds > 1 ? 's' : ''} of ${platforms} platforms`, builds, platforms, library,
  }))),
];

await compileReference();
const results = new Map(variants.map(variant => [variant, []]));
// Interleaved, so that a machine that slows down does so for all of them.
for (let round = 0; round < samples; round += 1) {
  for (const variant of variants) { results.get(variant).push(await sample(variant)); }
}
print();
benchPlan(samples);

/** The reference declaration as the root has it, with the compiled library in place of the sources. */
async function compileReference() {
  await build({
    entryPoints: [fileURLToPath(new URL('../projenrc/reference-build.ts', import.meta.url))],
    outfile: reference,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    plugins: [{ name: 'library', setup: ({ onResolve }) => onResolve({ filter: /^\.\.\/src(\/index)?$/ }, () => ({ path: library, external: true })) }],
  });
}

function sample(variant) {
  return new Promise((resolve, reject) => {
    const child = fork(SAMPLE, [JSON.stringify(variant)]);
    child.once('message', resolve);
    child.once('error', reject);
    child.once('exit', code => reject(new Error(`${variant.name}: the sample exited with ${code} and no answer`)));
  });
}

function print() {
  const [bare] = variants;
  const base = minimum(results.get(bare), 'synthesis');
  const whole = minimum(results.get(bare), 'all');
  console.log('| project | load projen | load projen-tag-build | synthesis, min | median | over bare | per build | load + synthesis | times bare |');
  console.log('|---|--:|--:|--:|--:|--:|--:|--:|--:|');
  for (const [variant, measured] of results) {
    const over = minimum(measured, 'synthesis') - base;
    console.log(row([
      variant.name,
      milliseconds(minimum(measured, 'projen')),
      variant.bare ? '–' : milliseconds(minimum(measured, 'library')),
      milliseconds(minimum(measured, 'synthesis')),
      milliseconds(median(measured, 'synthesis')),
      variant.bare ? '–' : milliseconds(over),
      variant.bare ? '–' : milliseconds(over / variant.builds),
      milliseconds(minimum(measured, 'all')),
      variant.bare ? '–' : (minimum(measured, 'all') / whole).toFixed(2),
    ]));
  }
  console.log(`\nMilliseconds, ${samples} samples each, every sample a process of its own. ${machine()}.`);
}

function row(cells) {
  return `| ${cells.join(' | ')} |`;
}

function minimum(measured, part) {
  return Math.min(...measured.map(times => times[part]));
}

function median(measured, part) {
  const sorted = measured.map(times => times[part]).sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function milliseconds(value) {
  return value.toFixed(1);
}

function machine() {
  return `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, ${process.platform} ${process.arch}`;
}
