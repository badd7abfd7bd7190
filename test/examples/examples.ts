import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Files } from '../cases/case';
import { filesIn, inNewDirectory, write } from '../cases/harness';

const ROOT = join(__dirname, '..', '..');
export const EXAMPLES = join(ROOT, 'examples');

/** The paths of what git knows of the examples, or would add: what a build left in them is not theirs. */
const paths = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: EXAMPLES, encoding: 'utf8' }).split('\0').filter(Boolean);

/** Where the declarations lie, from the directory of the examples. */
export const names = paths.filter((path) => path.endsWith('/.projenrc.ts')).map(dirname).sort();

/** The examples as they are. */
export function committed(): Files {
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(EXAMPLES, path), 'utf8')]));
}

/** The same after each was synthesized where it lies, by the library of this checkout as an installed package. */
export function synthesized(): Files {
  return inNewDirectory((dir) => {
    const copies = join(dir, 'examples');
    paths.forEach((path) => cpSync(join(EXAMPLES, path), join(copies, path)));
    install(join(dir, 'node_modules'));
    execFileSync(process.execPath, ['--import', 'tsx', join(__dirname, 'synthesize.ts'), ...names.map((name) => join(copies, name))], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: '', PROJEN_DISABLE_POST: 'true' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return filesIn(copies);
  });
}

function install(modules: string): void {
  write(modules, { 'projen-tag-build/index.js': `module.exports = require(${JSON.stringify(join(ROOT, 'src'))});\n` });
  for (const peer of ['projen', 'constructs']) { symlinkSync(join(ROOT, 'node_modules', peer), join(modules, peer)); }
}

/** Those of one of them, by their paths in it. */
export function filesOfExample(files: Files, name: string): Files {
  return Object.fromEntries(Object.entries(files).filter(([path]) => path.startsWith(`${name}/`)).map(([path, text]) => [path.slice(name.length + 1), text]));
}
