import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Platform, PublishTarget, TagBuild, TagBuildProject } from '../../../src';
import { fileIn, namesIn } from '../../../src/outside/checkout';
import { readIfThere } from '../../../src/outside/files';
import { loadScripts } from '../../../src/outside/scripts';
import { type Edges, remove } from '../../../src/tasks/remove/remove-command';
import { synthesize, write } from '../../cases/harness';
import { piped } from '../../support/piped';

export const PROJENRC = `import { Platform, TagBuild, TagBuildProject } from 'projen-tag-build';

const project = new TagBuildProject({ name: 'app' });

new TagBuild(project, 'app', {
  platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'] })],
});

project.synth();
`;
export const platforms = [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'] })];

interface Ran {
  /** Undefined where it throws. */
  readonly code: number | undefined;
  readonly printed: string;
  readonly error: string;
  readonly commands: string[];
  readonly asked: string[];
}

interface Said {
  readonly answer?: string | Error;
  readonly exit?: number;
  readonly unmerged?: string[];
  /** What the command that takes packages back does. */
  readonly uninstall?: () => void;
}

/** The command, with somebody at the terminal who answers, or nobody. */
export async function run(root: string, options: Record<string, true>, said: Said = {}): Promise<Ran> {
  const { answer, exit = 0, uninstall, unmerged = [] } = said;
  const close = () => {};
  const [printed, commands, asked]: string[][] = [[], [], []];
  const edges: Edges = {
    terminal: () => answer === undefined ? undefined : {
      ask: async (question) => {
        asked.push(question);
        return answer instanceof Error ? Promise.reject(answer) : answer;
      },
      close,
    },
    run: async (command) => { commands.push(command); uninstall?.(); return exit; },
    unmerged: async () => unmerged,
  };
  const context = {
    root,
    env: { PATH: process.env.PATH },
    scripts: loadScripts(),
    ...piped((text) => { printed.push(text); }),
    read: (file: string) => readIfThere(fileIn(root, file)),
    list: (directory: string) => namesIn(root, directory),
  };
  let error = '';
  const code = await remove(options, context, edges).catch((thrown: Error) => { error = thrown.message; return undefined; });
  return { code, printed: printed.join(''), error, commands, asked };
}

/** A repository with these files, in which a declaration was synthesized, and what was there before. */
export async function adopted(
  before: Record<string, string>, then: (root: string, before: Record<string, string>) => Promise<void>, linguistGenerated = false,
): Promise<void> {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'remove-'));
  try {
    write(root, before);
    write(root, { '.projenrc.ts': PROJENRC });
    const project = new TagBuildProject({ name: 'app', outdir: root, linguistGenerated });
    new TagBuild(project, 'app', { platforms, publish: [PublishTarget.githubRelease()], rehearse: { watch: 'weekly' } });
    synthesize(project);
    await then(root, before);
  } finally {
    rmSync(root, { recursive: true });
  }
}

export const read = (root: string, file: string) => readFileSync(join(root, file), 'utf8');
export const change = (root: string, file: string, by: (text: string) => string) => {
  chmodSync(join(root, file), 0o644);
  writeFileSync(join(root, file), by(read(root, file)));
};
