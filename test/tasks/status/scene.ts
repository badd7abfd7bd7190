import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Model } from '../../../src/model/model';
import { readIfThere } from '../../../src/outside/files';
import { loadScripts } from '../../../src/outside/scripts';
import { outOfSync } from '../../../src/tasks/check';
import { statusArguments } from '../../../src/tasks/status/arguments';
import { status } from '../../../src/tasks/status/status';
import { write } from '../../cases/harness';
import { githubRelease, model, modelFile, repository, secret, usedBy } from '../../render/models';
import { ActionHost } from '../../support/action-host';
import { engine } from '../../support/engine';
import { FakeReleaseGitHub } from '../../support/fake-github/fake-release-github';
import { GitRemote } from '../../support/fake-github/git-remote';
import type { Repository } from '../../support/fake-github/repository';
import type { JobScript } from '../../support/fake-github/scripted-run';
import { piped } from '../../support/piped';

export const TOKEN = 'github_pat_mine_0123456789';
const RIGHTS = ['metadata:read', 'contents:write', 'actions:read', 'secrets:read'];
const DAY = 24 * 3600_000;

/** A run that is done as soon as it is there. */
export const GOOD: readonly JobScript[] = [{ name: 'Guard', waits: 0, lasts: 0 }];
export const FAILED: readonly JobScript[] = [{ name: 'Guard', waits: 0, lasts: 0, conclusion: 'failure' }];

/** A build that publishes where it is. */
export function publishing(): Model {
  return model({ publish: [githubRelease()] });
}

/** A build that reads and publishes elsewhere, by tokens. */
export function withTokens(): Model {
  const read = { kind: 'token', secret: 'CI_READ_TOKEN' } as const;
  const written = { kind: 'token', secret: 'RELEASES_TOKEN' } as const;
  return model({
    repositories: [repository(), repository({ id: 'server', name: 'acme/server', path: 'server', credential: read })],
    secrets: [
      secret({ title: 'CI_READ_TOKEN', names: ['CI_READ_TOKEN'], env: {}, purpose: 'reads acme/server', usedBy: usedBy({ repositories: ['acme/server'] }) }),
      secret({ title: 'RELEASES_TOKEN', names: ['RELEASES_TOKEN'], env: {}, purpose: 'publishes', usedBy: usedBy({ targets: ['release'] }) }),
    ],
    publish: [githubRelease({ repository: 'acme/releases', credential: written })],
    rehearse: { pullRequests: true, branches: [], schedule: '', legs: [{ job: 'build', platform: 'linux-x64' }], watch: '0 6 * * 1', watchIssue: false },
  });
}

export interface Asked {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly width?: number;
  /** Days from now on which it is asked. */
  readonly days?: number;
}

/** For each test acme/app on a fake GitHub, its remote, a clone of it and a host of actions. */
export class StatusScene {
  public github!: FakeReleaseGitHub;
  public repository!: Repository;
  public remote!: GitRemote;
  public actions!: ActionHost;
  public root!: string;
  public printed = '';
  private models: readonly Model[] = [];
  private home = '';

  public constructor() {
    beforeEach(async () => {
      [this.github, this.actions] = await Promise.all([FakeReleaseGitHub.start(), ActionHost.start()]);
      this.repository = this.github.addRepository('acme/app', { private: true, empty: true });
      this.github.addToken(TOKEN, { kind: 'fine-grained', repositories: { 'acme/app': RIGHTS } });
      this.remote = new GitRemote(this.repository);
      this.home = mkdtempSync(join(tmpdir(), 'status-'));
      this.root = join(this.home, 'clone');
      mkdirSync(this.root);
    });
    afterEach(async () => {
      await Promise.all([this.github.close(), this.actions.close()]);
      this.remote.remove();
      rmSync(this.home, { recursive: true });
    });
  }

  /** The generated files of builds, committed and pushed. */
  public declare(...models: readonly Model[]): void {
    this.models = models;
    for (const expected of outOfSync(modelFile(...models), loadScripts(), this.read)) {
      if ('text' in expected) write(this.root, { [expected.path]: expected.text });
    }
    this.git('init', '-q', '-b', 'main');
    this.git('remote', 'add', 'origin', this.remote.path);
    this.git('add', '.');
    this.git('commit', '-q', '-m', 'feat: all of it');
    this.git('push', '-q', '-u', 'origin', 'main');
  }

  /** A tag that was pushed, and its run. */
  public release(tag: string, jobs: readonly JobScript[] = GOOD, workflow = 'installers.yml'): void {
    this.repository.script(workflow, { attempts: [jobs], hiddenFor: 0 });
    this.git('tag', '-a', '-m', tag, tag);
    this.git('push', '-q', 'origin', tag);
    this.remote.receive();
  }

  public git(...args: string[]): string {
    const env = { ...this.env(), GIT_AUTHOR_DATE: '', GIT_COMMITTER_DATE: '' };
    return execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: this.root, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  }

  public env(): Record<string, string | undefined> {
    return {
      PATH: process.env.PATH,
      HOME: this.home,
      GIT_CONFIG_NOSYSTEM: '1',
      ...this.actions.env,
      GITHUB_API_URL: this.github.url,
      GITHUB_SERVER_URL: this.github.url,
      GITHUB_REPOSITORY: 'acme/app',
      GH_TOKEN: TOKEN,
    };
  }

  /** @returns the exit code */
  public async ask({ args = [], env = {}, width = 100, days = 3 }: Asked = {}): Promise<number> {
    this.printed = '';
    const context = piped((text) => { this.printed += text; });
    return status(statusArguments(args), {
      modelFile: modelFile(...this.models),
      scripts: loadScripts(),
      read: this.read,
      list: () => [],
      root: this.root,
      env: { ...this.env(), ...env },
      ...context,
      look: { ...context.look, width },
    }, new Date(Date.now() + days * DAY), async () => engine);
  }

  /** What was printed, with what differs from run to run made the same, each as long as it was. */
  public get screen(): string {
    return this.printed
      .replaceAll(this.github.url, 'https://github.example')
      .replace(/ (at|is) [0-9a-f]{7}(?= here|,|$)/gm, ' $1 0123456')
      .replace(/until \d{4}-\d\d-\d\d/g, 'until 2027-01-05');
  }

  /** The lines of one part. */
  public linesOf(part: string): string[] {
    const lines = this.screen.split('\n');
    return lines.flatMap((line, index) => {
      if (!new RegExp(`^  [^ ] ${part} `).test(line)) return [];
      const more = lines.slice(index + 1);
      const end = more.findIndex((one) => !one.startsWith('    '));
      return [[line, ...more.slice(0, end)].map((one) => one.trim()).join(' ').replace(/ {2,}/, ' ')];
    });
  }

  private readonly read = (file: string): string | undefined => readIfThere(join(this.root, file));
}
