import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ActRun, runAct } from './act';
import { GitHost } from './git-host';
import type { Files } from '../../test/cases/case';
import { filesIn, filesOf, write } from '../../test/cases/harness';
import { FakeGitHub } from '../../test/support/fake-github';
import type { Reply } from '../../test/support/github-answers';
import * as studio from '../../test/support/studio';

export const ENGINE_TOKEN = 'github_pat_of_the_engine';
const WORKFLOW_TOKEN = 'ghs_of_the_workflow';
const TAG = 'refs/tags/v1.2.3';

/** What the workflow of the case says, before anybody changes it. */
export const WORKFLOW = filesOf(studio)['.github/workflows/studio.yml'];

/** Tells what it was made from, and in which surroundings. */
const BUILD = `\
set -eu
if [ -e "broken-on-$TARGET" ]; then echo 'the build is broken'; exit 1; fi
mkdir dist
[ -e "no-log-on-$TARGET" ] || echo built >"dist/studio-$TARGET.log"
echo draft >dist/draft.txt
{
  for repository in . ../engine vendor/plugins; do
    echo "$repository $(git -C "$repository" rev-parse HEAD) $(git -C "$repository" config --local --get-all http.extraheader || echo anonymous)"
  done
  echo "engine $(cat ../engine/built)"
  echo "$TOOLS"
  echo "CSC_LINK \${CSC_LINK-unset}, CSC_KEY_PASSWORD \${CSC_KEY_PASSWORD-unset}, NO_TIMESTAMP \${NO_TIMESTAMP-unset}"
} >"dist/studio-$TARGET.txt"
`;

const STUDIO: Files = {
  'package.json': JSON.stringify({ name: 'studio', scripts: { build: 'sh build.sh' } }),
  'pnpm-lock.yaml': '',
  'build.sh': BUILD,
};

export interface RunOptions {
  /** @default - the case's own */
  readonly workflow?: string;
  /** @default - the tag's push */
  readonly eventName?: string;
  readonly ref?: string;
  readonly fork?: boolean;
  /** Of a dispatch. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** @default - the required one */
  readonly secrets?: Readonly<Record<string, string>>;
}

export interface WorldRun extends ActRun {
  /** The files of each artifact. */
  readonly artifacts: Readonly<Record<string, Files>>;
  /** The tags that the job behind the build was given. */
  readonly published: string;
}

/** Lets something happen in a new world, of which nothing stays. */
export async function inNewWorld(happen: (world: World) => Promise<void>): Promise<void> {
  const world = await World.start();
  try {
    await happen(world);
  } finally {
    await world.stop();
  }
}

/** Three repositories, a GitHub that speaks of them, and a runner. */
export class World {
  public static async start(): Promise<World> {
    const dir = mkdtempSync(join(realpathSync(tmpdir()), 'tag-build-act-'));
    const world = new World(dir, await GitHost.start(dir), await FakeGitHub.start());
    world.fill();
    return world;
  }

  private runs = 0;

  private constructor(private readonly dir: string, public readonly git: GitHost, public readonly github: FakeGitHub) {}

  /** Makes GitHub say of a repository what is true; `then` happens as soon as it has said so. */
  public tell(name: string, ref: string, token: string, then = () => {}): void {
    const { git } = this;
    const reply: Reply = {
      status: 200,
      get body() {
        const commit = git.resolve(name, ref);
        then();
        return commit;
      },
    };
    this.github.on({ path: `/repos/${name}/commits/${ref}`, token }, reply);
  }

  /** Lets act run the workflow, as of a commit of the app. */
  public async run({ workflow = WORKFLOW, eventName = 'push', ref = TAG, fork = false, inputs = {}, secrets }: RunOptions): Promise<WorldRun> {
    const dir = join(this.dir, `run-${++this.runs}`);
    const store = join(dir, 'artifacts');
    mkdirSync(store, { recursive: true });
    write(dir, { '.gitconfig': `[url "${this.git.url}"]\n\tinsteadOf = https://github.com/\n`, 'published': '' });
    const run = await runAct({
      dir,
      workflow,
      eventName,
      event: { ref, after: this.git.resolve('acme/studio', ref), deleted: false, inputs, repository: { fork } },
      secrets: { ...secrets ?? { ENGINE_READ_TOKEN: ENGINE_TOKEN }, GITHUB_TOKEN: WORKFLOW_TOKEN },
      env: {
        GITHUB_REPOSITORY: 'acme/studio',
        GITHUB_API_URL: this.github.apiUrl,
        GITHUB_SERVER_URL: this.github.serverUrl,
        GIT_CONFIG_GLOBAL: join(dir, '.gitconfig'),
        ARTIFACTS_STORE: store,
        PUBLISHED: join(dir, 'published'),
      },
    });
    return { ...run, artifacts: grouped(filesIn(store)), published: filesIn(dir).published };
  }

  public async stop(): Promise<void> {
    await Promise.all([this.git.stop(), this.github.stop()]);
    rmSync(this.dir, { recursive: true });
  }

  private fill(): void {
    this.git.create('acme/studio', [WORKFLOW_TOKEN]);
    this.git.create('acme/studio-plugins', [WORKFLOW_TOKEN]);
    this.git.create('acme/engine', [ENGINE_TOKEN]);
    this.git.commit('acme/studio', 'refs/heads/main', STUDIO);
    this.git.commit('acme/studio', TAG, {}, 'refs/heads/main');
    for (const name of ['acme/studio-plugins', 'acme/engine']) {
      this.git.commit(name, 'refs/heads/main', { 'make.sh': 'echo from the default branch >built' });
    }
    this.git.commit('acme/studio-plugins', 'refs/tags/v3.1.0', {});
    this.git.commit('acme/engine', 'refs/heads/release/2.x', { 'make.sh': 'echo from the branch >built' });
    this.tell('acme/studio-plugins', 'tags/v3.1.0', WORKFLOW_TOKEN);
    this.tell('acme/engine', 'release/2.x', ENGINE_TOKEN);
  }
}

function grouped(files: Files): Record<string, Record<string, string>> {
  const artifacts: Record<string, Record<string, string>> = {};
  for (const [path, text] of Object.entries(files)) {
    const [name, ...rest] = path.split('/');
    (artifacts[name] ??= {})[rest.join('/')] = text;
  }
  return artifacts;
}
