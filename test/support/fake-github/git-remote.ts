import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Repository } from './repository';
import { startOf } from '../../../src/tasks/plan/triggers';

/** Where git keeps what a push has changed, a line for each ref and an empty one behind them. */
const RECEIVE = `#!/bin/sh
{ cat; echo; } >>"$GIT_DIR/pushes"
`;

/** Refuses ref by ref, as GitHub does: without --atomic the other refs of a push are taken. */
const UPDATE = `#!/bin/sh
zero=$(printf '%040d' 0)
kind=update; [ "$2" != "$zero" ] || kind=create; [ "$3" != "$zero" ] || kind=delete
case "$kind $1" in
`;

/** More tags in one push are no event. @see https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#push */
const MOST_TAGS = 3;
const NOWHERE = /^0+$/;

export interface Rule {
  /** Pattern of whole refs, as the shell's `case` takes it. */
  readonly ref: string;
  /** @default - whatever is done to it */
  readonly only?: 'create' | 'update' | 'delete';
  /** Lines of GitHub's answer, which git shows behind "remote:". */
  readonly words: readonly string[];
}

/**
 * The bare repository behind a repository of the fake, in a temporary directory; git reaches it by its
 * path. What is pushed becomes refs, commits, files and events of the fake, and the workflows of the
 * pushed commit start as their triggers say.
 */
export class GitRemote {
  public readonly path: string;
  private taken = 0;

  public constructor(private readonly repository: Repository) {
    this.path = mkdtempSync(join(tmpdir(), 'fake-remote-'));
    this.git('init', '--quiet', '--bare', `--initial-branch=${repository.defaultBranch}`);
    this.hook('post-receive', RECEIVE);
    this.hook('update', `${UPDATE}esac\n`);
    repository.remote = this;
  }

  /** From now on refuses what rules say; without any it takes everything. */
  public refuse(...rules: readonly Rule[]): void {
    const cases = rules.map(({ ref, only = '*', words }, index) => {
      writeFileSync(join(this.path, `refusal-${index}`), words.map((line) => `${line}\n`).join(''));
      return `  ${only}\\ ${ref}) cat "$GIT_DIR/refusal-${index}" >&2; exit 1 ;;\n`;
    });
    this.hook('update', `${UPDATE}${cases.join('')}esac\n`);
  }

  /** The commit of a ref; '' where there is none. */
  public resolve(ref: string): string {
    return this.try('rev-parse', '--quiet', '--verify', `${ref}^{commit}`);
  }

  /** What git has taken since it was asked last, becomes the fake's. */
  public receive(): void {
    const file = join(this.path, 'pushes');
    const pushes = existsSync(file) ? readFileSync(file, 'utf8').split('\n\n').slice(0, -1) : [];
    pushes.slice(this.taken).forEach((push) => this.take(push.trim().split('\n').map((line) => line.split(' '))));
    this.taken = pushes.length;
  }

  public remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  private take(changes: readonly (readonly string[])[]): void {
    const tags = changes.filter(([, , ref]) => ref.startsWith('refs/tags/')).length;
    for (const [before, after, ref] of changes) {
      if (NOWHERE.test(after)) {
        this.repository.refs.delete(ref);
        this.repository.record(undefined, { event: 'delete', ref });
        continue;
      }
      const commit = this.adopt(ref, after);
      if (tags > MOST_TAGS && ref.startsWith('refs/tags/')) continue;
      this.repository.record(undefined, ...NOWHERE.test(before) ? [{ event: 'create' as const, ref }] : [], { event: 'push', ref });
      this.start(ref, commit);
    }
  }

  private adopt(ref: string, object: string): string {
    const { repository } = this;
    const commit = this.git('rev-parse', `${object}^{commit}`);
    const date = this.git('show', '--no-patch', '--format=%cI', commit);
    repository.commits.set(commit, { sha: commit, date, workflows: this.try('rev-parse', '--quiet', '--verify', `${commit}:.github/workflows`) });
    if (object !== commit) { repository.tagObjects.set(object, commit); }
    repository.refs.set(ref, object);
    if (ref === `refs/heads/${repository.defaultBranch}`) {
      repository.files.clear();
      this.pathsIn(commit, '').forEach((path) => repository.files.set(path, this.git('show', `${commit}:${path}`)));
    }
    return commit;
  }

  /** The workflows that lie in the commit, whether or not another branch has them. */
  private start(ref: string, commit: string): void {
    const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/.exec(ref) ?? [];
    for (const path of this.pathsIn(commit, '.github/workflows/').filter((one) => /\.ya?ml$/.test(one))) {
      const file = path.replace('.github/workflows/', '');
      const { on } = parse(this.git('show', `${commit}:${path}`)) ?? {};
      if (!this.repository.workflows.has(file)) { this.repository.addWorkflow(file); }
      const { starts } = startOf(on, { name: 'push', refType: kind === 'tags' ? 'tag' : 'branch', refName: name });
      if (starts && !this.repository.workflows.get(file)!.disabled) { this.repository.startRun(file, 'push', name, commit); }
    }
  }

  private pathsIn(commit: string, directory: string): string[] {
    return this.git('ls-tree', '-r', '--name-only', '-z', commit, ...directory ? [directory] : []).split('\0').filter(Boolean);
  }

  private hook(name: string, text: string): void {
    const file = join(this.path, 'hooks', name);
    writeFileSync(file, text);
    chmodSync(file, 0o755);
  }

  private try(...args: string[]): string {
    try {
      return this.git(...args);
    } catch {
      return '';
    }
  }

  /** As if nobody had told it anything on this machine. */
  private git(...args: string[]): string {
    const env = { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
    return execFileSync('git', args, { cwd: this.path, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  }
}

/** A branch that only pull requests change. @see jsverse/transloco#989 */
export function protectedBranch(branch: string, why = 'Changes must be made through a pull request.'): Rule {
  return { ref: `refs/heads/${branch}`, words: [`error: GH006: Protected branch update failed for refs/heads/${branch}.`, `error: ${why}`] };
}

/** A ruleset that keeps tags from being made; `tag` is one, since GitHub names it. @see guardian/gha-scala-library-release-workflow#126 */
export function restrictedTag(repository: string, tag: string): Rule {
  return {
    ref: `refs/tags/${tag}`,
    only: 'create',
    words: [
      `error: GH013: Repository rule violations found for refs/tags/${tag}.`,
      `Review all repository rules at https://github.com/${repository}/rules?ref=refs%2Ftags%2F${encodeURIComponent(tag)}`,
      '',
      '- Cannot create ref due to creations being restricted.',
      '',
    ],
  };
}
