import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import * as library from '../../../src';
import { placeOnDisk } from '../../../src/adopt/survey/place-on-disk';
import type { Terminal } from '../../../src/outside/terminal';
import type { BareContext } from '../../../src/tasks/command';
import { initArguments } from '../../../src/tasks/init/arguments';
import { type Edges, init } from '../../../src/tasks/init/init';
import type { Files } from '../../cases/case';
import { changed, filesIn, synthesize, write } from '../../cases/harness';
import { engine } from '../../support/engine';
import { piped } from '../../support/piped';

/** An environment in which git knows nobody's settings but these. */
const ENV = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@acme.example',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@acme.example',
};

export function git(dir: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: dir, env: ENV, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

let template: string | undefined;

/** What git made once for all. */
function gitDirectory(): string {
  template ??= mkdtempSync(join(realpathSync(tmpdir()), 'init-git-'));
  if (!existsSync(join(template, '.git'))) {
    git(template, 'init', '--quiet', '--initial-branch=main');
    git(template, 'remote', 'add', 'origin', 'https://github.com/acme/notes.git');
  }
  return join(template, '.git');
}

afterAll(() => template === undefined ? undefined : rmSync(template, { recursive: true }));

/** Something done in a repository with these files. */
export async function inRepository<T>(files: Files, run: (dir: string) => Promise<T>): Promise<T> {
  const above = mkdtempSync(join(realpathSync(tmpdir()), 'init-'));
  const dir = join(above, 'notes');
  try {
    write(dir, files);
    cpSync(gitDirectory(), join(dir, '.git'), { recursive: true });
    return await run(dir);
  } finally {
    rmSync(above, { recursive: true });
  }
}

export function commit(dir: string): void {
  git(dir, 'add', '--all');
  git(dir, 'commit', '--quiet', '--message=all');
}

/** Every file of a repository that was added, changed or removed. */
export function changedIn(dir: string, before: Files): string[] {
  return changed(before, Object.fromEntries(Object.entries(filesIn(dir)).filter(([path]) => !path.startsWith('.git/'))));
}

export interface Ended {
  readonly code: number;
  readonly printed: string;
}

/** The command with its edges: what it reaches beyond files is recorded or made up. */
export async function initIn(dir: string, args: readonly string[], edges: Partial<Edges> = {}): Promise<Ended> {
  let printed = '';
  const context = { root: dir, env: ENV, ...piped((text) => { printed += text; }) } as Partial<BareContext> as BareContext;
  const code = await init(initArguments(args), context, {
    place: async ({ root, env }) => placeOnDisk(root, env),
    terminal: () => undefined,
    engine: async () => engine,
    run: async () => { throw new Error('nothing is to be run'); },
    ...edges,
  });
  return { code, printed };
}

/** Somebody who gives these answers one after the other, or the error of whoever gives none. */
export function answering(...answers: readonly (string | Error)[]): Terminal & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    ask: async (question) => {
      const answer = answers[asked.push(question) - 1] ?? '';
      if (answer instanceof Error) throw answer;
      return answer;
    },
    close: () => {},
  };
}

/** Runs a declaration as it would in a directory, with our sources as the package. */
export function synthesizeIn(dir: string, text: string): void {
  const { outputText } = transpileModule(text.replace('project.synth();', ''), { compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 } });
  class Here extends library.TagBuildProject {
    public constructor(options: library.TagBuildProjectOptions) {
      super({ ...options, outdir: dir });
    }
  }
  const load = (name: string) => name === 'projen-tag-build' ? { ...library, TagBuildProject: Here } : jest.requireActual(name);
  synthesize(new Function('require', 'exports', `${outputText}; return project;`)(load, {}));
}
