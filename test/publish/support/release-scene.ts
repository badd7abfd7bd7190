import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SCRIPT_FILE } from '../../../projenrc/publish-script';
import { RELEASE_PATIENCE, type ReleasePlan, type ReleaseSet } from '../../../src/publish/contract';
import { GitHub } from '../../../src/publish/github/client';
import { proveSet } from '../../../src/publish/proven-set';
import type { Target } from '../../../src/publish/release/target';
import { FakeReleaseGitHub } from '../../support/fake-github/fake-release-github';
import type { AssetFields, Repository } from '../../support/fake-github/repository';
import type { Release } from '../../support/fake-github/state';
import { type Annotation, parseAnnotations, parseOutputs } from '../../support/run-script';

export const TAG = 'v1.0.0';
export const TOKEN = 'ghs_publishes0123456789';

export interface Ended {
  /** Null where it was killed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly errors: readonly Annotation[];
}

export interface SceneOptions {
  /** By name; sums and the manifest come along. */
  readonly files?: Readonly<Record<string, string | Buffer>>;
  /** What attests them, by name. @default - nothing */
  readonly bundles?: Readonly<Record<string, string>>;
  readonly plan?: Partial<ReleasePlan>;
  readonly record?: Partial<ReleaseSet>;
  readonly env?: Readonly<Record<string, string>>;
  /** Where the release lies. @default - where the workflow runs, acme/app */
  readonly elsewhere?: string;
  readonly immutableReleases?: boolean;
  /** @default - TAG */
  readonly tag?: string;
}

export const PLAN: ReleasePlan = {
  repository: '',
  title: '{tag}',
  notes: { kind: 'none', path: '', text: '', previousTag: '', configurationFile: '', commits: false, checksums: false },
  prerelease: 'auto',
  latest: 'auto',
  draftOnly: false,
  discussionCategory: '',
  immutable: false,
  replacePublicFiles: false,
  isUpdate: false,
  attested: false,
  tagFilters: ['+ ^v.*$'],
};

const SCRIPT = join(__dirname, '..', '..', '..', SCRIPT_FILE);

/** A GitHub, a set of files that was assembled, and the script, which is run as a workflow runs it. */
export class ReleaseScene {
  public static async start(options: SceneOptions = {}): Promise<ReleaseScene> {
    const scene = new ReleaseScene(await FakeReleaseGitHub.start(), options);
    scene.watch();
    return scene;
  }

  public readonly directory = mkdtempSync(join(tmpdir(), 'release-'));
  public readonly repository: Repository;
  public readonly source: Repository;
  public readonly tag: string;
  public readonly files: Readonly<Record<string, string | Buffer>>;
  public child: ChildProcess | undefined;
  /** The number of the request with which a release became public, and what it held. */
  public readonly publications: Array<{ readonly at: number; readonly files: readonly string[] }> = [];
  private attempts = 0;
  private commit: string | undefined;

  private constructor(public readonly github: FakeReleaseGitHub, private readonly options: SceneOptions) {
    const { elsewhere = 'acme/app', immutableReleases } = options;
    this.source = github.addRepository('acme/app', { immutableReleases, discussionCategories: ['News'] });
    this.repository = elsewhere === 'acme/app' ? this.source : github.addRepository(elsewhere, { immutableReleases });
    this.tag = options.tag ?? TAG;
    this.source.addTag(this.tag);
    this.source.addCommit();
    github.addToken(TOKEN, { kind: elsewhere === 'acme/app' ? 'workflow' : 'app', repositories: { [elsewhere]: ['contents:write'] } });
    this.files = { ...this.writeSet(options.files ?? { 'App-1.0.0.dmg': 'a disk image', 'App-1.0.0.exe': 'an installer' }), ...this.writeBundles() };
  }

  public get built(): string {
    return this.source.commitOf(`refs/tags/${this.tag}`)!;
  }

  /** The release of the tag, which is the only one. */
  public get release(): Release {
    const found = this.repository.releases.filter(({ tag }) => tag === this.tag);
    expect(found).toHaveLength(1);
    return found[0];
  }

  /** The assembled files as assets of a release. */
  public get assets(): AssetFields[] {
    return Object.entries(this.files).map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes), byBot: true }));
  }

  /** For code that runs in this process: time goes by as fast as it is slept, and nothing is printed. */
  public async target(sleeps: number[]): Promise<Target> {
    jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    const clock = { now: () => sleeps.reduce((sum, each) => sum + each, 0), sleep: async (milliseconds: number) => { sleeps.push(milliseconds); } };
    const { url } = this.github;
    return {
      github: new GitHub({ apiUrl: url, token: TOKEN, clock, patience: RELEASE_PATIENCE }),
      run: { repository: 'acme/app', commit: this.built, attempt: ++this.attempts, apiUrl: url, serverUrl: url, tag: TAG, version: '1.0.0', prerelease: false },
      plan: { ...PLAN, ...this.options.plan },
      set: await proveSet(join(this.directory, 'release'), TAG, this.recordSum()),
      repository: 'acme/app',
      own: true,
    };
  }

  /** As of the commit that a tag pointed to. */
  public async runAs(commit: string): Promise<Ended> {
    this.commit = commit;
    return this.run();
  }

  public async run(mode = 'publish', plan: Partial<ReleasePlan> = {}): Promise<Ended> {
    const { repository = '' } = this.options.elsewhere ? { repository: this.options.elsewhere } : {};
    return this.runCommand(['release', mode], { ...PLAN, repository, ...this.options.plan, ...plan });
  }

  public async runCommand(args: readonly string[], target: object): Promise<Ended> {
    const attempt = ++this.attempts;
    const file = (name: string) => join(this.directory, `${name}-${attempt}`);
    ['output', 'summary'].forEach((name) => writeFileSync(file(name), ''));
    const child = spawn(process.execPath, [SCRIPT, ...args], {
      cwd: this.directory,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...this.environment(attempt),
        TARGET: JSON.stringify(target),
        GITHUB_OUTPUT: file('output'),
        GITHUB_STEP_SUMMARY: file('summary'),
        ...this.options.env,
      },
    });
    this.child = child;
    const text = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => text.stdout += chunk);
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => text.stderr += chunk);
    const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
    const outputs = parseOutputs(readFileSync(file('output'), 'utf8'));
    const summary = readFileSync(file('summary'), 'utf8');
    expect(text.stdout + text.stderr + summary + JSON.stringify(outputs)).not.toContain(TOKEN);
    return { code, ...text, outputs, summary, errors: parseAnnotations(text.stdout).filter(({ level }) => level === 'error') };
  }

  /** Runs it, and as long as it fails again; as a person does who chooses "Re-run failed jobs". */
  public async runUntilDone(most: number): Promise<Ended[]> {
    const runs: Ended[] = [];
    do {
      runs.push(await this.run());
    } while (runs.at(-1)!.code !== 0 && runs.length < most);
    return runs;
  }

  /** What must hold whatever happened: the release is public, complete, and the only one; it never was public in another state. */
  public expectComplete(): void {
    const names = Object.keys(this.files).sort();
    const { release } = this;
    expect(release.draft).toBe(false);
    expect(release.assets.map(({ name, state, digest }) => ({ name, state, digest })).sort((one, other) => one.name < other.name ? -1 : 1))
      .toEqual(names.map((name) => ({ name, state: 'uploaded', digest: digestOf(this.files[name]) })));
    this.expectNeverHalf();
  }

  /** Nothing was ever public but all of it, and nothing that was public was changed. */
  public expectNeverHalf(): void {
    const files = Object.entries(this.files).map(([name, bytes]) => `${name} ${digestOf(bytes)}`).sort();
    this.publications.forEach((publication) => expect(publication.files).toEqual(files));
    const [published] = this.publications;
    // two runs at once may both say that it is public, in the same words
    const words = JSON.stringify(this.github.log.find(({ method }) => method === 'PATCH')?.body);
    const changes = this.github.log.slice(published?.at).filter(({ method, status, body }) => method !== 'GET' && status < 300 && JSON.stringify(body) !== words);
    expect(published ? changes.map(({ method, path }) => `${method} ${path}`) : []).toEqual([]);
  }

  public async close(): Promise<void> {
    await this.github.close();
    rmSync(this.directory, { recursive: true });
  }

  /** As the job that assembled would hand it on; of what lies there now. */
  private recordSum(): string {
    const file = join(this.directory, 'release', 'set.json');
    return existsSync(file) ? digestOf(readFileSync(file)).slice(7) : 'none';
  }

  private environment(attempt: number): Record<string, string> {
    return {
      PATH: process.env.PATH ?? '',
      GITHUB_API_URL: this.github.url,
      GITHUB_SERVER_URL: this.github.url,
      GITHUB_REPOSITORY: 'acme/app',
      GITHUB_SHA: this.commit ?? this.built,
      GITHUB_RUN_ID: '7',
      GITHUB_RUN_ATTEMPT: String(attempt),
      DOC_URL: '',
      REAL: 'true',
      TAG: this.tag,
      NAME: this.tag,
      VERSION: '1.0.0',
      PRERELEASE: 'false',
      RECORD_SHA256: this.recordSum(),
      ATTESTATION_SUMS: Object.entries(this.options.bundles ?? {}).map(([name, bytes]) => `${digestOf(bytes).slice(7)} ${name}`).join(','),
      TOKEN,
    };
  }

  /** Everything that is public is seen at the moment in which it becomes so. */
  private watch(): void {
    const { repository } = this;
    const record = repository.record.bind(repository);
    repository.record = (token, ...events) => {
      if (events.some(({ action }) => action === 'published')) {
        const [, id] = /releases\/(\d+)$/.exec(this.github.log.filter(({ method }) => method === 'PATCH').at(-1)!.path) ?? [];
        const assets = repository.releases.find((release) => String(release.id) === id)?.assets ?? [];
        this.publications.push({ at: this.github.log.length, files: assets.filter(({ state }) => state === 'uploaded').map(({ name, digest }) => `${name} ${digest}`).sort() });
      }
      record(token, ...events);
    };
  }

  private writeSet(contents: Readonly<Record<string, string | Buffer>>): Record<string, string | Buffer> {
    const directory = join(this.directory, 'release', 'files');
    mkdirSync(directory, { recursive: true });
    const files = Object.entries(contents).map(([name, bytes]) => ({
      name, size: Buffer.byteLength(bytes), sha256: digestOf(bytes).slice(7), job: 'build', platform: 'linux-x64', originalName: name,
    }));
    const record = `${JSON.stringify(this.recordOf(files), undefined, 2)}\n`;
    const withManifest = { ...contents, 'build-manifest.json': record };
    const sums = Object.entries(withManifest).map(([name, bytes]) => `${digestOf(bytes).slice(7)}  ${name}\n`).join('');
    const all = { ...withManifest, SHA256SUMS: sums };
    writeFileSync(join(this.directory, 'release', 'set.json'), record);
    Object.entries(all).forEach(([name, bytes]) => writeFileSync(join(directory, name), bytes));
    return all;
  }

  private writeBundles(): Readonly<Record<string, string>> {
    const { bundles = {} } = this.options;
    mkdirSync(join(this.directory, 'attestations'));
    Object.entries(bundles).forEach(([name, bytes]) => writeFileSync(join(this.directory, 'attestations', name), bytes));
    return bundles;
  }

  private recordOf(files: ReleaseSet['files']): ReleaseSet {
    return {
      version: 1,
      build: 'app',
      tag: this.tag,
      release: '1.0.0',
      prerelease: false,
      run: { repository: 'acme/app', id: 7, url: 'https://github.com/acme/app/actions/runs/7' },
      repositories: [{ name: 'acme/app', ref: this.tag, commit: this.built }],
      files,
      absent: [],
      signatures: [],
      ...this.options.record,
    };
  }
}

export function digestOf(bytes: string | Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
