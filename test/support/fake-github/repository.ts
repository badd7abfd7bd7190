import { createHash } from 'node:crypto';
import type { GitRemote } from './git-remote';
import { FakeRun } from './runs';
import { jobsOfBuild, type RunScript } from './scripted-run';
import type { Asset, Commit, Event, Issue, Release, Ruleset, Token, Workflow } from './state';

export interface RepositoryOptions {
  readonly private?: boolean;
  /** Without a commit. */
  readonly empty?: boolean;
  readonly defaultBranch?: string;
  /** Whether releases are frozen when they become public. */
  readonly immutableReleases?: boolean;
  readonly owner?: 'Organization' | 'User';
  readonly discussionCategories?: readonly string[];
  /** What a token without workflow rights is told of a target that changes workflows; GitHub says both. */
  readonly targetRefusal?: 403 | 404;
}

export type AssetFields = Partial<Omit<Asset, 'id' | 'bytes'>> & { readonly bytes?: Buffer | string };
export type ReleaseFields = Partial<Omit<Release, 'id' | 'assets'>> & { readonly assets?: readonly AssetFields[] };

/** A repository with its releases. Tests prepare it directly, where no rule of GitHub holds. */
export class Repository {
  public readonly private: boolean;
  public readonly defaultBranch: string;
  public readonly owner: 'Organization' | 'User';
  public readonly discussionCategories: readonly string[];
  public readonly targetRefusal: 403 | 404;
  public immutableReleases: boolean;
  public readonly commits = new Map<string, Commit>();
  /** `refs/tags/v1` → a commit, or the object of an annotated tag. */
  public readonly refs = new Map<string, string>();
  /** The object of an annotated tag → its commit. */
  public readonly tagObjects = new Map<string, string>();
  public readonly releases: Release[] = [];
  /** Tags of immutable releases, also of those that were deleted. */
  public readonly burntTags = new Set<string>();
  public readonly rulesets: Ruleset[] = [];
  /** By file name. */
  public readonly workflows = new Map<string, Workflow>();
  public readonly files = new Map<string, string>();
  /** The oldest first. */
  public readonly issues: Issue[] = [];
  public hasIssues = true;
  /** By name, when it was last set. */
  public readonly secrets = new Map<string, string>();
  public readonly events: Event[] = [];
  /** The oldest first. */
  public readonly runs: FakeRun[] = [];
  /** Where its commits come from, if git pushes them. */
  public remote: GitRemote | undefined;
  /** By the name of a workflow's file, what its runs will do, one after another. */
  private readonly scripts = new Map<string, RunScript[]>();
  /** The release that was said to be the latest. */
  public latestId: number | undefined;
  /** The releases as the list had them, the oldest first. */
  private views: Release[][] = [];
  private lag = 0;

  public constructor(
    public readonly name: string,
    public readonly nextId: () => number,
    /** Of larger assets only size and digest are kept. */
    public readonly keptBytes: number,
    options: RepositoryOptions = {},
  ) {
    this.private = options.private ?? false;
    this.defaultBranch = options.defaultBranch ?? 'main';
    this.owner = options.owner ?? 'Organization';
    this.discussionCategories = options.discussionCategories ?? [];
    this.targetRefusal = options.targetRefusal ?? 404;
    this.immutableReleases = options.immutableReleases ?? false;
    if (!options.empty) { this.addCommit(); }
  }

  /** The commit at the head of the default branch; undefined in an empty repository. */
  public get head(): string | undefined {
    return this.refs.get(`refs/heads/${this.defaultBranch}`);
  }

  /** A new commit; it becomes the head of `branch`, unless that is ''. */
  public addCommit({ branch = this.defaultBranch, workflows = '', date = new Date().toISOString() } = {}): string {
    const sha = shaOf(`commit ${this.nextId()}`);
    this.commits.set(sha, { sha, date, workflows });
    if (branch) { this.refs.set(`refs/heads/${branch}`, sha); }
    return sha;
  }

  public addTag(tag: string, { commit = this.head!, annotated = false } = {}): void {
    const object = annotated ? shaOf(`tag ${this.nextId()}`) : commit;
    if (annotated) { this.tagObjects.set(object, commit); }
    this.refs.set(`refs/tags/${tag}`, object);
  }

  /** That of its commit. @see https://docs.github.com/en/rest/releases/releases#get-the-latest-release */
  public dateOf(release: Release): string {
    return this.commits.get(this.commitOf(`refs/tags/${release.tag}`) ?? '')?.date ?? release.createdAt;
  }

  /** The commit that a SHA, a branch or a tag names; `heads/x` and `tags/x` are one of them only. */
  public resolve(name: string): string | undefined {
    if (this.commits.has(name)) return name;
    return [`refs/${name}`, `refs/heads/${name}`, `refs/tags/${name}`].map((ref) => this.commitOf(ref)).find((sha) => sha !== undefined);
  }

  /** From now on a change is in the list of releases only after so many requests for it. */
  public lagBy(requests: number): void {
    this.lag = requests;
    this.views = Array.from({ length: requests }, () => this.view());
  }

  /** The releases as the list has them; `anew` begins with another request, the other pages are of the same one. */
  public listed(anew: boolean): Release[] {
    if (anew) { this.views = [...this.views, this.view()].slice(-this.lag - 1); }
    return [...this.views[0] ?? this.view()];
  }

  /** What GITHUB_TOKEN does starts no workflow, but for a dispatch. @see https://docs.github.com/en/actions/concepts/security/github_token */
  public record(token: Token | undefined, ...events: readonly Omit<Event, 'startsWorkflows'>[]): void {
    for (const event of events) {
      this.events.push({ ...event, startsWorkflows: event.event === 'workflow_dispatch' || token?.kind !== 'workflow' });
    }
  }

  /** The commit of a whole ref. */
  public commitOf(ref: string): string | undefined {
    const object = this.refs.get(ref);
    return object && (this.tagObjects.get(object) ?? object);
  }

  /** A release that is not yet there: a draft of tag v1.0.0, unless the fields say otherwise. */
  public newRelease(fields: Partial<Omit<Release, 'id' | 'assets'>> = {}): Release {
    return {
      id: this.nextId(),
      tag: 'v1.0.0',
      target: this.defaultBranch,
      title: null,
      notes: null,
      draft: true,
      prerelease: false,
      immutable: false,
      makeLatest: 'true',
      discussion: undefined,
      createdAt: new Date().toISOString(),
      publishedAt: fields.draft === false ? new Date().toISOString() : null,
      assets: [],
      ...fields,
    };
  }

  public addRelease({ assets = [], ...fields }: ReleaseFields = {}): Release {
    const release = this.newRelease(fields);
    this.releases.push(release);
    for (const asset of assets) { this.addAsset(release, asset); }
    if (release.immutable) { this.burntTags.add(release.tag); }
    return release;
  }

  /** An uploaded asset of the bytes that are given, unless the fields say otherwise. */
  public addAsset(release: Release, { bytes: content = 'content', ...fields }: AssetFields = {}): Asset {
    const bytes = Buffer.from(content);
    const there = fields.state !== 'starter';
    const asset: Asset = {
      id: this.nextId(),
      name: 'file',
      label: '',
      state: 'uploaded',
      contentType: 'application/octet-stream',
      size: there ? bytes.length : 0,
      digest: there ? `sha256:${createHash('sha256').update(bytes).digest('hex')}` : null,
      byBot: false,
      bytes: there ? bytes : undefined,
      ...fields,
    };
    release.assets.push(asset);
    return asset;
  }

  public addRuleset(fields: Partial<Omit<Ruleset, 'id'>> = {}): void {
    this.rulesets.push({
      id: this.nextId(),
      name: 'tags',
      target: 'tag',
      enforcement: 'active',
      include: ['~ALL'],
      exclude: [],
      rules: ['creation'],
      bypass: [],
      ...fields,
    });
  }

  public addWorkflow(file: string, fields: Partial<Omit<Workflow, 'id'>> = {}): void {
    this.workflows.set(file, { id: this.nextId(), dispatch: true, inputs: {}, disabled: false, ...fields });
  }

  /** What the next runs of a workflow will do; the last one goes for all that follow. */
  public script(file: string, ...scripts: readonly RunScript[]): void {
    this.scripts.set(file, [...scripts]);
  }

  /** A run as an event starts it, of which nothing was scripted: all is well. */
  public startRun(file: string, event: string, ref: string, commit: string): FakeRun {
    const scripts = this.scripts.get(file) ?? [{ attempts: [jobsOfBuild(['linux-x64'])] }];
    const run = new FakeRun(this, file, event, ref, commit, scripts.length > 1 ? scripts.shift()! : scripts[0]);
    this.runs.push(run);
    return run;
  }

  public addIssue(fields: Partial<Omit<Issue, 'number' | 'comments'>> = {}): Issue {
    const number = this.issues.length + 1;
    const issue: Issue = { login: 'somebody', title: `Issue ${number}`, body: null, state: 'open', isPullRequest: false, ...fields, number, comments: [] };
    this.issues.push(issue);
    return issue;
  }

  private view(): Release[] {
    return this.releases.map((release) => ({ ...release, assets: release.assets.map((asset) => ({ ...asset })) }));
  }
}

function shaOf(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
