import type { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clone } from './clone';
import type { Journal } from './journal';
import type { CommitStep, PushStep, TagStep } from './steps';
import { fileIn } from '../../outside/checkout';
import { bytesIfThere } from '../../outside/files';
import { refsIn } from '../../outside/git-refs';
import { follow, run, type Where } from '../../outside/program';
import { replaceFile } from '../../outside/replace-file';
import { withoutTokens } from '../../text/tokens';
import { beginning } from '../../text/words';

/** How many files a sentence names. */
const NAMED = 3;

/** git, or a hook that it runs, does not do what it is told; the message is what was said of it. */
export class Refused extends Error {}

/** How often the remote is asked after a push that broke off, and how many milliseconds lie between: it may still be at work. */
const LOOKS = 4;
const PAUSE = 1000;
/** Seconds for its answer. */
const PATIENCE = 20;

/** What git says once it sends what the remote needs to take a push. */
const SENDS = /(?:^|[\r\n])(?:Writing objects|Total \d)/;

/** What became of a push: of one that broke off the remote does not have the tag yet, or does not say. */
export interface Pushed {
  readonly outcome: 'pushed' | 'refused' | 'pending' | 'unknown';
  /** What git printed. */
  readonly words: string;
}

/**
 * What changes a clone and its remote, by the installed git, with its hooks and its signing. Each thing
 * is noted with how to take it back before it is begun, and taken back only where nobody has built on it.
 */
export class Hand {
  private readonly where: Where;

  public constructor({ root, env }: Where, private readonly branch: Clone['branch'], private readonly journal: Journal) {
    // English where a message is recognised, without another locale for hooks
    this.where = { root, env: { ...env, LANGUAGE: 'en' } };
  }

  /** Writes the files and commits them, and nothing else. @returns the commit @throws Refused */
  public async commit({ files, message }: CommitStep): Promise<string> {
    const parent = await this.ask('rev-parse', 'HEAD');
    const written = files.map(({ path, text }) => ({ path, text, before: readFileSync(fileIn(this.where.root, path)) }));
    const others = await this.untracked();
    let made = '';
    let isFailed = false;
    this.journal.note(async () => {
      // where git was ended, it may have done it all the same
      made ||= isFailed ? '' : await this.commitOn(parent, written);
      const left = made ? await this.uncommit(made, parent, written) : await this.unwrite(written);
      return left || this.changedSince(others);
    });
    written.forEach(({ path, text }) => replaceFile(fileIn(this.where.root, path), text));
    await this.do(['commit', '--quiet', '--message', message, '--', ...files.map(({ path }) => path)], () => { isFailed = true; });
    made = await this.ask('rev-parse', 'HEAD');
    return made;
  }

  /** An annotated tag. @returns its object @throws Refused */
  public async tag({ tag, message, replaces }: TagStep, commit: string): Promise<string> {
    const ref = `refs/tags/${tag}`;
    let made = '';
    let isFailed = false;
    this.journal.note(async () => {
      const now = await this.ask('rev-parse', '--verify', '--quiet', ref);
      if (isFailed) {
        return !now || now === replaces ? '' : `Tag ${tag} is here: somebody else, a hook perhaps, has made it.`;
      }
      const own = made || now;
      const why = !own || own === replaces ? '' : await this.refusal('update-ref', ...replaces ? [ref, replaces] : ['-d', ref], own);
      return why && `Tag ${tag} stays here: ${now === own ? why : 'somebody has moved it since'}.`;
    });
    await this.do(['tag', '--annotate', ...replaces ? ['--force'] : [], '--message', message, '--', tag, commit], () => { isFailed = true; });
    made = await this.ask('rev-parse', ref);
    return made;
  }

  /** Branch and tag together, or neither; where it broke off the remote is asked. */
  public async push({ remote, tag, destination, replaces }: PushStep, commit: string, object: string, options: { readonly env: Where['env']; readonly dryRun: boolean }): Promise<Pushed> {
    const where = { ...this.where, env: { ...this.where.env, ...options.env } };
    const { code, stdout, stderr } = await run('git', [
      'push', '--porcelain', '--progress', '--atomic', '--no-follow-tags', `--recurse-submodules=${await this.looksAtSubmodules() ? 'check' : 'no'}`, ...options.dryRun ? ['--dry-run'] : [],
      ...replaces ? [`--force-with-lease=refs/tags/${tag}:${replaces}`] : [],
      remote, ...destination ? [`${commit}:${destination}`] : [], `${object}:refs/tags/${tag}`,
    ], where);
    const words = `${stderr}\n${stdout}`;
    if (code === 0) {
      return { outcome: 'pushed', words };
    }
    const isClear = options.dryRun || !SENDS.test(stderr) || /\[(?:remote )?rejected\]/.test(stdout);
    return { outcome: isClear ? 'refused' : await lookedUp({ remote, tag, replaces }, object, where), words };
  }

  /** What git is set up to push of submodules is not pushed: where it would be, it must be there already. */
  private async looksAtSubmodules(): Promise<boolean> {
    const told = await this.ask('config', 'push.recurseSubmodules');
    return told ? told !== 'no' : await this.ask('config', '--type=bool', 'submodule.recurse') === 'true';
  }

  /** The last commit, where it is one that changes such files; '' where it is another. */
  private async commitOn(parent: string, written: readonly Written[]): Promise<string> {
    const [head, before] = [await this.ask('rev-parse', 'HEAD'), await this.ask('rev-parse', 'HEAD^')];
    const changed = (await this.ask('diff-tree', '-r', '-z', '--name-only', '--relative', parent, head)).split('\0');
    return before === parent && written.every(({ path }) => changed.includes(path)) ? head : '';
  }

  /** Only where it is the last of its branch; with what a hook has put on it. */
  private async uncommit(made: string, parent: string, written: readonly Written[]): Promise<string> {
    const ref = this.branch ? `refs/heads/${this.branch}` : 'HEAD';
    const isStillThere = await this.ask('symbolic-ref', '--quiet', 'HEAD') === (this.branch && ref);
    const stays = `Commit ${made.slice(0, 7)} stays`;
    const move = async (to: string, from: string) => this.refusal('update-ref', '--no-deref', '-m', 'projen-tag-build release: taken back', ref, to, from);
    const unmoved = this.branch || isStillThere ? await move(parent, made) : '';
    if (unmoved) {
      return `${stays}: ${await this.ask('rev-parse', ref) === made ? unmoved : `${this.branch || 'HEAD'} has moved on since`}.`;
    }
    if (!isStillThere) {
      return await this.refusal('merge-base', '--is-ancestor', made, 'HEAD') ? '' : `${stays} in what was checked out since.`;
    }
    await this.refusal('update-index', '-q', '--refresh');
    // the index alone: what a hook has put into the commit besides may be the only copy of a file
    const unread = await this.refusal('read-tree', '-m', made, parent);
    if (unread) {
      await move(made, parent);
      const why = /index\.lock/.test(unread) ? unread : `${written.map(({ path }) => path).join(', ')} was changed since, which is not lost`;
      return `${stays}: ${why}. To take the commit back: git reset --soft ${parent.slice(0, 7)}`;
    }
    const left = await this.restore(written, () => true);
    // of a file with line ends that git writes otherwise the size in the index is another
    await this.refusal('update-index', '--', ...written.map(({ path }) => path));
    return left;
  }

  /** Not what somebody else has committed meanwhile. */
  private async unwrite(written: readonly Written[]): Promise<string> {
    const differing = zeros(await this.ask('diff', '--name-only', '--relative', '-z', 'HEAD', '--', ...written.map(({ path }) => path)));
    return this.restore(written, ({ path, text }, now) => now?.equals(text) === true && differing.includes(path));
  }

  /** Before, no file differed from the commit. */
  private async changedSince(others: readonly string[]): Promise<string> {
    const changed = zeros(await this.ask('diff', '--name-only', '-z', 'HEAD'));
    const all = [...changed, ...(await this.untracked()).filter((path) => !others.includes(path))];
    return all.length ? `${beginning(all, NAMED)} was changed since by somebody else, a hook perhaps, and stays so.` : '';
  }

  private async untracked(): Promise<string[]> {
    return zeros(await this.ask('ls-files', '--others', '--exclude-standard', '-z'));
  }

  private async restore(written: readonly Written[], isOurs: (one: Written, now: Buffer | undefined) => boolean): Promise<string> {
    const changed = written.filter((one) => {
      const file = fileIn(this.where.root, one.path);
      const now = bytesIfThere(file);
      const isBack = now?.equals(one.before) === true;
      if (!isOurs(one, now)) return !isBack;
      if (!isBack) replaceFile(file, one.before);
      return false;
    });
    return changed.length ? `${changed.map(({ path }) => path).join(', ')} was changed since by somebody else, a hook perhaps, and stays so.` : '';
  }

  /** @param failed told where git has ended by itself, without having done it */
  private async do(args: readonly string[], failed: () => void): Promise<void> {
    const { code, stdout, stderr } = await run('git', args, this.where);
    if (code === null) {
      throw new Refused(`git ${args[0]} was ended`);
    }
    if (code !== 0) {
      failed();
      throw new Refused(`${stderr}\n${stdout}`.trim() || `git ${args[0]} failed with exit code ${code}`);
    }
  }

  /** @returns what git prints; '' where it fails */
  private async ask(...args: string[]): Promise<string> {
    const { code, lines } = await apart(args, this.where);
    return code === 0 ? lines.join('\n').trim() : '';
  }

  /** @returns why git does not do it; '' where it does */
  private async refusal(...args: string[]): Promise<string> {
    const { code, errors: [first = `git ${args[0]} fails`] } = await apart(args, this.where);
    return code === 0 ? '' : withoutTokens(first).replace(/\.$/, '');
  }
}

/** What became of a push of which the remote has not said it. */
async function lookedUp({ remote, tag, replaces }: Pick<PushStep, 'remote' | 'tag' | 'replaces'>, object: string, where: Where): Promise<Pushed['outcome']> {
  for (let look = 1; ; look++) {
    const { code, stdout } = await run('git', ['ls-remote', '--tags', remote, `refs/tags/${tag}`], where, PATIENCE);
    const there = refsIn(stdout).get(`refs/tags/${tag}`)?.object ?? '';
    if (code !== 0) return 'unknown';
    if (there !== replaces) return there === object ? 'pushed' : 'refused';
    if (look === LOOKS) return 'pending';
    await pause(PAUSE);
  }
}

/** In a group of its own: whoever presses control and C again does not end what takes things back. */
async function apart(args: readonly string[], where: Where): Promise<{ code: number | null; lines: string[]; errors: string[] }> {
  const [lines, errors]: [string[], string[]] = [[], []];
  const code = await follow('git', args, where, { begun: () => {}, line: (line, isError) => { (isError ? errors : lines).push(line); } });
  return { code, lines, errors };
}

/** Names of files as git lists them with `-z`. */
function zeros(text: string): string[] {
  return text.split('\0').filter(Boolean);
}

interface Written {
  readonly path: string;
  readonly text: Buffer;
  readonly before: Buffer;
}
