import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ActRun, runAct } from './act';
import { GitHost } from '../../test/support/git-host';
import type { Files } from '../../test/cases/case';
import { filesIn, write } from '../../test/cases/harness';
import { PrivateHosts } from '../../test/support/private-hosts';
import { FakeGitHub } from '../../test/support/fake-github';
import { FakeReleaseGitHub } from '../../test/support/fake-github/fake-release-github';
import type { Reply } from '../../test/support/github-answers';

export const WORKFLOW_TOKEN = 'ghs_of_the_workflow';
export const TAG = 'refs/tags/v1.2.3';

/** What a world holds: an app with its workflow, and what GitHub has of it. */
export interface Scene {
  /** `owner/name` of the repository that runs the workflow. */
  readonly app: string;
  /** What the workflow says, before anybody changes it. */
  readonly workflow: string;
  /** What is stored, where a scenario says nothing else. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Whether it makes releases: then it is the GitHub of releases that answers, with `fill`ed repositories. */
  readonly publishes?: boolean;
  /** What its steps call and not every machine has: without one of them it is skipped. */
  readonly programs?: readonly string[];
  /** Who answers under which name, where that is not only github.com's git, found by its address. */
  hosts?(git: GitHost, root: string): Readonly<Record<string, RequestListener>>;
  /** Makes the repositories, and what GitHub says of them. */
  fill(world: World): void;
}

export interface RunOptions {
  /** @default - the scene's own */
  readonly workflow?: string;
  /** @default - the tag's push */
  readonly eventName?: string;
  readonly ref?: string;
  readonly fork?: boolean;
  /** What the event says of the repository besides. */
  readonly repository?: object;
  /** Whatever else the event says. */
  readonly event?: object;
  /** Of a dispatch. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** @default - the scene's */
  readonly secrets?: Readonly<Record<string, string>>;
  /** What the stand-ins of the actions are told besides. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface WorldRun extends ActRun {
  /** The files of each artifact. */
  readonly artifacts: Readonly<Record<string, Files>>;
  /** A file that is no text, by the name of its artifact and its path there. */
  bytesOf(path: string): Uint8Array;
  /** The tags that the job behind the build was given. */
  readonly published: string;
}

/** Why this machine cannot play a scene; false where it can. */
export function cannotPlay({ programs = [] }: Scene): string | false {
  const missing = programs.filter((program) => spawnSync('sh', ['-c', 'command -v "$1"', 'sh', program]).status !== 0);
  return missing.length > 0 && `this machine has no ${missing.join(', ')}`;
}

/** Lets something happen in a new world, of which nothing stays. */
export async function inNewWorld(happen: (world: World) => Promise<void>, scene: Scene): Promise<void> {
  const world = await World.start(scene);
  try {
    await happen(world);
  } finally {
    await world.stop();
  }
}

/** Repositories, a GitHub that speaks of them, and a runner. */
export class World {
  public static async start(scene: Scene): Promise<World> {
    const dir = mkdtempSync(join(realpathSync(tmpdir()), 'tag-build-act-'));
    const world = new World(dir, scene, await GitHost.start(dir), await FakeGitHub.start(), await FakeReleaseGitHub.start());
    world.hosts = scene.hosts && await PrivateHosts.start(dir, scene.hosts(world.git, dir));
    scene.fill(world);
    return world;
  }

  /** Where the authorities of a Sigstore lie, if the scene has made them. */
  public readonly sigstore: string;
  private hosts: PrivateHosts | undefined;
  private runs = 0;

  private constructor(
    private readonly dir: string,
    private readonly scene: Scene,
    public readonly git: GitHost,
    public readonly github: FakeGitHub,
    public readonly releases: FakeReleaseGitHub,
  ) {
    this.sigstore = join(dir, 'sigstore');
  }

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

  /** Commits to a branch or a tag, in git and in the GitHub of releases. @returns the commit */
  public push(name: string, ref: string, files: Files): string {
    const commit = this.git.commit(name, ref, files, 'refs/heads/main');
    const repository = this.releases.repository(name);
    repository.commits.set(commit, { sha: commit, date: new Date().toISOString(), workflows: '' });
    repository.refs.set(ref, commit);
    return commit;
  }

  /** Tags the app, in git and in the GitHub of releases. */
  public tag(tag: string, files: Files = {}): void {
    const { app } = this.scene;
    const commit = this.git.commit(app, `refs/tags/${tag}`, files, 'refs/heads/main');
    const repository = this.releases.repository(app);
    repository.commits.set(commit, { sha: commit, date: new Date().toISOString(), workflows: '' });
    repository.addTag(tag, { commit });
  }

  /** Lets act run the workflow, as of a commit of the app. */
  public async run(options: RunOptions): Promise<WorldRun> {
    const { app, publishes = false } = this.scene;
    const { workflow = this.scene.workflow, eventName = 'push', ref = TAG, fork = false, repository = {}, event = {}, inputs = {}, secrets = this.scene.secrets, env = {} } = options;
    const dir = join(this.dir, `run-${++this.runs}`);
    const store = join(dir, 'artifacts');
    mkdirSync(store, { recursive: true });
    write(dir, { '.gitconfig': this.hosts ? '' : `[url "${this.git.url}"]\n\tinsteadOf = https://github.com/\n`, 'published': '' });
    if (!['push', 'workflow_dispatch'].includes(eventName)) {
      // of other events act takes the commit from where it stands
      this.git.cloneInto(join(dir, 'repository'), app, ref);
    }
    const run = await runAct({
      dir,
      workflow,
      eventName,
      event: { ref, after: this.git.resolve(app, ref), deleted: false, inputs, repository: { ...repository, fork }, ...event },
      secrets: { ...secrets, GITHUB_TOKEN: WORKFLOW_TOKEN },
      env: {
        GITHUB_REPOSITORY: app,
        GITHUB_API_URL: publishes ? this.releases.url : this.github.apiUrl,
        GITHUB_SERVER_URL: publishes ? this.releases.url : this.github.serverUrl,
        GIT_CONFIG_GLOBAL: join(dir, '.gitconfig'),
        ARTIFACTS_STORE: store,
        SIGSTORE: this.sigstore,
        PUBLISHED: join(dir, 'published'),
        ...this.hosts?.env,
        ...env,
      },
    });
    return { ...run, artifacts: grouped(filesIn(store)), bytesOf: (path) => readFileSync(join(store, path)), published: readFileSync(join(dir, 'published'), 'utf8') };
  }

  public async stop(): Promise<void> {
    await this.hosts?.stop();
    await Promise.all([this.git.stop(), this.github.stop(), this.releases.close()]);
    rmSync(this.dir, { recursive: true });
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
