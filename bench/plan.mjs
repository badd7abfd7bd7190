/** Measures the bundled command `plan`, each sample a process of its own, and prints a table. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const COMMAND = join(ROOT, 'bin', 'projen-tag-build.js');
const FILES = [
  '.projen/tag-builds.json', '.github/workflows/desktop-tag-build.yml', '.github/workflows/tag-build-publish.mjs',
  'docs/github-actions-tag-build.md', 'README.md',
];
const OTHERS = 199;

/** Prints the table, with as many samples a row as are asked for. */
export function benchPlan(samples) {
  if (!existsSync(COMMAND)) { throw new Error('bin/ is missing: run `npx projen post-compile` first'); }
  console.log('\n| plan | min | median |\n|---|--:|--:|');
  row('one workflow, the reference build', samples, 0);
  row('200 workflows, the tag starts one', samples, OTHERS, 'branches: [main]');
  row('200 workflows, the tag starts all', samples, OTHERS, "tags: ['**']");
}

function row(name, samples, others, filter) {
  const repository = repositoryWith(others, filter);
  const times = Array.from({ length: samples }, () => planIn(repository)).sort((a, b) => a - b);
  rmSync(repository, { recursive: true });
  console.log(`| ${name} | ${times[0].toFixed(0)} | ${times[Math.floor(samples / 2)].toFixed(0)} |`);
}

/** A repository with the reference build and as many copies of this project's own build workflow as are wanted. */
function repositoryWith(others, filter) {
  const dir = mkdtempSync(join(tmpdir(), 'bench-plan-'));
  FILES.forEach(file => cpSync(join(ROOT, file), join(dir, file), { recursive: true }));
  const text = readFileSync(join(ROOT, '.github/workflows/build.yml'), 'utf8').replace(/^on:\n/m, `on:\n  push: {${filter}}\n`);
  for (let i = 0; i < others; i += 1) { writeFileSync(join(dir, '.github/workflows', `other-${i}.yml`), text); }
  const git = (...args) => execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', ...args], { cwd: dir });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'bench');
  return dir;
}

function planIn(cwd) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, 'plan', 'desktop-v1.0.0', '--json'], { cwd, maxBuffer: 2 ** 28 });
  if (status !== 0) { throw new Error(`plan exited with ${status}: ${stderr}${stdout}`); }
  return performance.now() - start;
}
