import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Project } from 'projen';
import { Scene } from './scene';
import { Platform, PublishTarget, TagBuild, type TagBuildOptions } from '../../../src';
import { MODEL_FILE } from '../../../src/model/model-file';
import { namesIn } from '../../../src/outside/checkout';
import { readIfThere } from '../../../src/outside/files';
import { loadScripts } from '../../../src/outside/scripts';
import type { Terminal } from '../../../src/outside/terminal';
import { releaseArguments } from '../../../src/tasks/release/arguments';
import { release } from '../../../src/tasks/release/release';
import { filesIn, inNewDirectory, synthesize } from '../../cases/harness';
import { engine } from '../../support/engine';
import { FakeReleaseGitHub } from '../../support/fake-github/fake-release-github';
import { GitRemote } from '../../support/fake-github/git-remote';
import type { Repository } from '../../support/fake-github/repository';
import { jobsOfBuild, type JobScript } from '../../support/fake-github/scripted-run';
import { piped } from '../../support/piped';

export const TOKEN = 'ghp_5rXq0TestTokenOfNobody';
export const NAME = 'acme/app';

/** What projen writes for a build that is declared so, with a package.json of the version before. */
export function declared(...builds: readonly Partial<TagBuildOptions>[]): Record<string, string> {
  return inNewDirectory((outdir) => {
    const project = new Project({ name: 'app', outdir });
    (builds.length ? builds : [{}]).forEach((options, index) => new TagBuild(project, index ? `further${index}` : 'installers', {
      platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'] })],
      publish: [PublishTarget.githubRelease()],
      ...options,
    }));
    synthesize(project);
    return { ...filesIn(outdir), 'package.json': '{\n  "name": "app",\n  "version": "1.2.2"\n}\n' };
  });
}

/** What a leg builds: one file. */
export interface Installer {
  readonly platform: string;
  readonly name: string;
  readonly bytes: Buffer;
}

const INSTALLERS: readonly Installer[] = [{ platform: 'linux-x64', name: 'app.AppImage', bytes: Buffer.from('the installer') }];

/** A run in which all is well, and what it makes public. */
export function publishing(changes: Parameters<typeof jobsOfBuild>[1] = {}, installers = INSTALLERS): JobScript[] {
  const files = installers.map(({ platform, name, bytes }) => (
    { name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), job: 'build', platform, originalName: `dist/${name}` }
  ));
  const then = (repository: Repository) => {
    const run = repository.runs.at(-1)!;
    const tag = run.ref;
    const commit = run.commit;
    const manifest = {
      version: 1,
      build: 'installers',
      tag,
      release: tag.slice(1),
      prerelease: tag.includes('-'),
      run: { repository: NAME, id: run.id, url: '' },
      repositories: [{ name: NAME, ref: tag, commit }],
      files,
      absent: [],
      signatures: [],
    };
    repository.addRelease({
      tag,
      draft: false,
      prerelease: manifest.prerelease,
      assets: [
        ...installers.map(({ name, bytes }) => ({ name, bytes })),
        { name: 'SHA256SUMS', bytes: files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('') },
        { name: 'build-manifest.json', bytes: JSON.stringify(manifest) },
      ],
    });
  };
  return jobsOfBuild(installers.map(({ platform }) => platform), { ...changes, Publish: { then, ...changes.Publish } });
}

/** A repository on a GitHub of its own, and somebody's clone of it. */
export class World {
  public static async start(files: Readonly<Record<string, string>>): Promise<World> {
    return new World(await FakeReleaseGitHub.start(), files);
  }

  public readonly repository: Repository;
  public readonly remote: GitRemote;
  public readonly scene: Scene;
  public readonly signals = new EventEmitter();
  public printed = '';
  /** What whoever sits at the terminal answers; undefined where nobody does. */
  public answer: (() => Promise<string>) | undefined;
  public env: Record<string, string | undefined>;

  private constructor(public readonly github: FakeReleaseGitHub, files: Readonly<Record<string, string>>) {
    this.repository = github.addRepository(NAME, { empty: true });
    this.remote = new GitRemote(this.repository);
    this.scene = new Scene(files, this.remote.path);
    this.repository.script('installers.yml', { attempts: [publishing()] });
    const rights = ['metadata:read', 'contents:write', 'actions:write', 'checks:read'];
    github.addToken(TOKEN, { kind: 'classic', repositories: { [NAME]: rights } });
    const addresses = { GITHUB_API_URL: github.url, GITHUB_SERVER_URL: github.url, npm_config_registry: github.url };
    this.env = { ...this.scene.env, ...addresses, GITHUB_REPOSITORY: NAME, GH_TOKEN: TOKEN };
  }

  /** The command, by somebody in the clone. @returns its exit code */
  public async release(...args: string[]): Promise<number> {
    const { root } = this.scene;
    this.printed = '';
    const terminal: Terminal | undefined = this.answer && { ask: async (question) => this.asked(question), close: () => {} };
    return release(releaseArguments(args), {
      modelFile: JSON.parse(readFileSync(join(root, MODEL_FILE), 'utf8')),
      scripts: loadScripts(),
      read: (file) => readIfThere(join(root, file)),
      list: (directory) => namesIn(root, directory),
      root,
      env: this.env,
      ...piped((text) => { this.printed += text; this.heard(this.printed); }),
    }, {
      terminal: () => terminal,
      signals: this.signals,
      engine: async () => engine,
      patience: { between: 1, attempts: 4, retries: 3, idle: 5, now: () => 0 },
    });
  }

  /** What was printed, without what is another each time. */
  public text(): string {
    const shown = this.printed.replaceAll(this.github.url, 'https://github.test').replace(/\b[0-9a-f]{7}\b/g, '0123abc').replace(/\d+( kB| B)  sha256 [0-9a-f]+/g, '1$1  sha256 0123');
    return shown.replace(/\/(runs|job)\/\d+/g, '/$1/1');
  }

  /** Called with all that was printed, whenever something is. */
  public heard: (printed: string) => void = () => {};

  /** Control and C as soon as something was printed. */
  public interruptAt(text: string): void {
    this.heard = (printed) => { if (printed.includes(text)) this.signals.emit('SIGINT'); };
  }

  public async close(): Promise<void> {
    await this.github.close();
    this.remote.remove();
    this.scene.remove();
  }

  private async asked(question: string): Promise<string> {
    this.printed += question;
    return this.answer!();
  }
}
