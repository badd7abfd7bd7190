import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import type { Project } from 'projen';
import type { Case, Files } from './case';
import { loadPublishScript, loadScripts } from '../../src/outside/scripts';
import { guardMessages } from '../../src/text/guard-messages';

/** Runs something in a new directory, which is gone afterwards. */
export function inNewDirectory<T>(run: (dir: string) => T): T {
  const dir = mkdtempSync(join(realpathSync(tmpdir()), 'tag-build-'));
  try {
    return run(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** Every file below a directory. */
export function filesIn(dir: string): Files {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [relative(dir, path).split(sep).join('/'), readFileSync(path, 'utf8')]));
}

/** Writes the project's files without installing anything. */
export function synthesize(project: Project): void {
  const before = process.env.PROJEN_DISABLE_POST;
  process.env.PROJEN_DISABLE_POST = 'true';
  try {
    project.synth();
  } finally {
    if (before === undefined) { delete process.env.PROJEN_DISABLE_POST; } else { process.env.PROJEN_DISABLE_POST = before; }
  }
}

/** Writes files into a directory. */
export function write(dir: string, files: NonNullable<Case['before']>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
}

/** All files after a case was synthesized, once or several times one over the other. */
export function filesOf({ before, project, declare }: Case, times = 1): Files {
  return inNewDirectory((dir) => {
    write(dir, before ?? {});
    for (let n = 0; n < times; n++) {
      const root = project(dir);
      declare(root);
      synthesize(root);
    }
    return filesIn(dir);
  });
}

/** The files that were added, changed or removed. */
export function changed(before: Files, after: Files): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => before[path] !== after[path]).sort();
}

/**
 * A text without what is the same in every build, which would hide what a case is about: each fixed
 * script is a comment that names its file, and the doc does not explain the guard's messages.
 */
export function shortened(text: string): string {
  return withoutMessages(withoutScripts(text));
}

function withoutScripts(text: string): string {
  return Object.entries(loadScripts()).reduce((shorter, [name, script]) => shorter
    .replaceAll(inYaml(script), `${INDENT}# assets/${fileName(name)}.sh\n`)
    .replaceAll(inJson(script), `# assets/${fileName(name)}.sh\\n`), text)
    .replace(loadPublishScript(), '// assets/tag-build-publish.mjs\n');
}

/** What stands in front of each line of a step's `run`. */
const INDENT = ' '.repeat(10);

function inYaml(script: string): string {
  return script.split('\n').map((line) => line && INDENT + line).join('\n');
}

function inJson(script: string): string {
  return JSON.stringify(script).slice(1, -1);
}

function fileName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function withoutMessages(text: string): string {
  const headings = guardMessages.map(({ title }) => `### ${title}\n`);
  return text.split(/^(?=#{2,3} )/m).filter((section) => !headings.some((heading) => section.startsWith(heading))).join('');
}
