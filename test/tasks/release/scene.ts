import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A clone and its remote, a bare repository beside it, in a directory of their own; git knows nobody else's settings there. */
export class Scene {
  public readonly dir = mkdtempSync(join(tmpdir(), 'release-'));
  public readonly root = join(this.dir, 'clone');
  public readonly env: NodeJS.ProcessEnv;

  /** @param remote the path of a bare repository; one is made where there is none */
  public constructor(files: Readonly<Record<string, string>>, public readonly remote = join(this.dir, 'remote.git')) {
    const { PATH, NODE_OPTIONS } = process.env;
    this.env = { PATH, ...NODE_OPTIONS !== undefined && { NODE_OPTIONS }, HOME: this.dir, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: join(this.dir, 'gitconfig'), TMPDIR: tmpdir() };
    writeFileSync(join(this.dir, 'gitconfig'), '[user]\n\tname = Somebody\n\temail = somebody@example.com\n[init]\n\tdefaultBranch = main\n[advice]\n\tdetachedHead = false\n');
    if (remote.startsWith(this.dir)) this.git('init', '--quiet', '--bare', remote);
    mkdirSync(this.root);
    this.git('init', '--quiet', '-b', 'main');
    this.write(files);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', 'feat: something');
    this.git('remote', 'add', 'origin', remote);
    this.git('push', '--quiet', '--set-upstream', 'origin', 'main');
  }

  /** In the clone; in the remote with `-C` and its path. */
  public git(...args: string[]): string {
    return execFileSync('git', args, { cwd: args.includes('--bare') ? this.dir : this.root, env: this.env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  }

  public atRemote(...args: string[]): string {
    return this.git('-C', this.remote, ...args);
  }

  public write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), text);
    }
  }

  public read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  /** A file that lies beside the clone, in the home of whoever uses it. */
  public outside(name: string): string {
    return readFileSync(join(this.dir, name), 'utf8');
  }

  public hook(name: string, ...lines: string[]): void {
    const file = join(this.root, '.git', 'hooks', name);
    writeFileSync(file, `#!/bin/sh\n${lines.join('\n')}\n`);
    chmodSync(file, 0o755);
  }

  /** Somebody else, with a clone of their own, commits and pushes. */
  public somebodyElse(files: Readonly<Record<string, string>>, ...refs: string[]): void {
    const other = mkdtempSync(join(this.dir, 'other-'));
    const git = (...args: string[]) => this.git('-C', other, ...args);
    git('clone', '--quiet', this.remote, '.');
    Object.entries(files).forEach(([path, text]) => writeFileSync(join(other, path), text));
    git('add', '--all');
    if (Object.keys(files).length) git('commit', '--quiet', '--message', 'fix: by somebody else');
    refs.filter((ref) => ref.startsWith('refs/tags/')).forEach((ref) => git('tag', '-a', '-m', 'theirs', ref.replace('refs/tags/', '')));
    git('push', '--quiet', 'origin', ...refs.map((ref) => ref.startsWith('refs/tags/') ? ref : `HEAD:${ref}`));
    rmSync(other, { recursive: true });
  }

  /** All that must be as it was: what git shows of the clone, the bytes and modes of its files, and the refs of the remote. */
  public state(): object {
    const files = readdirSync(this.root, { recursive: true, encoding: 'utf8' }).filter((file) => !/^\.git(?:\/|$)/.test(file)).map((file) => join(this.root, file));
    return {
      status: this.git('status', '--porcelain=v2', '--branch', '--untracked-files=all'),
      head: this.git('rev-parse', '--symbolic-full-name', 'HEAD'),
      index: this.git('ls-files', '--stage', '-v'),
      refs: this.git('for-each-ref', '--format=%(objectname) %(refname)'),
      stash: this.git('stash', 'list'),
      files: files.filter((file) => statSync(file).isFile()).map((file) => [file, statSync(file).mode, readFileSync(file, 'latin1')]).sort(),
      locks: readdirSync(join(this.root, '.git'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.lock')),
      config: readFileSync(join(this.root, '.git', 'config'), 'utf8'),
      remote: this.atRemote('for-each-ref', '--format=%(objectname) %(refname)'),
    };
  }

  public remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}
