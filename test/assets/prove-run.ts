import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compose, runScript, type ScriptRun } from '../support/run-script';
import { signingTools } from '../support/signing-tools';

/** What lies in the workspace: a text by its path, or for an image, a package or an archive what is in it. */
export interface Tree {
  readonly [path: string]: string | readonly string[];
}

export interface ProofRun extends ScriptRun {
  /** What was called of the stand-ins, in order. */
  readonly calls: readonly string[];
  /** What was said, without the address of the doc. */
  readonly said: readonly string[];
}

export type Tools = Parameters<typeof signingTools>[1];

/** Runs the step in a workspace of its own. The lines of the proof stand as the workflow has them. */
export async function prove(tree: Tree, proofs: readonly string[], env: Readonly<Record<string, string>> = {}, tools?: Tools): Promise<ProofRun> {
  const directory = mkdtempSync(join(tmpdir(), 'prove-'));
  try {
    const workspace = join(directory, 'work');
    const [bin, calls] = ['bin', 'calls'].map((name) => join(directory, name));
    signingTools(bin, tools);
    mkdirSync(workspace);
    Object.entries(tree).forEach(([path, content]) => lay(workspace, path, content));
    const PROOFS = ['output signing-leg', ...proofs].join('\n');
    const run = await runScript(compose('proveSigning'), {
      PROOFS, PLATFORM: 'leg', DOC_URL: 'https://doc', CALLS: calls, PATH: `${bin}:${process.env.PATH}`, ...env,
    }, { cwd: workspace });
    return {
      ...run,
      calls: existsSync(calls) ? readFileSync(calls, 'utf8').trimEnd().split('\n') : [],
      said: run.annotations.map(({ level, title, text }) => `${level}: ${title}: ${text.replace(/ See https:\/\/doc#.*$/, '')}`),
    };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Apps are directories: one whose path ends in .app has something in it. */
function lay(root: string, path: string, content: string | readonly string[]): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  if (typeof content === 'string') {
    writeFileSync(file, content);
    return;
  }
  const inside = mkdtempSync(join(tmpdir(), 'inside-'));
  content.forEach((inner) => lay(inside, inner.endsWith('.app') ? `${inner}/Contents/MacOS/App` : inner, inner));
  execFileSync('tar', ['-czf', file, '-C', inside, '.']);
  rmSync(inside, { recursive: true });
}
