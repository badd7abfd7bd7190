import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Says what SSH_SAYS holds and fails, or hangs for SSH_HANGS seconds, else serves the repository SSH_REPOSITORY to a client that brings a key and a known host. */
const SSH = `#!/usr/bin/env bash
printf '%s\\n' "$*" >>"$SSH_LOG"
if [ -n "\${SSH_SAYS-}" ]; then
  printf '%s\\n' "$SSH_SAYS" >&2
  exit 255
fi
[ -z "\${SSH_HANGS-}" ] || exec sleep "$SSH_HANGS"
[[ " $* " =~ UserKnownHostsFile=([^ ]+) ]] && cat "\${BASH_REMATCH[1]}" >>"$SSH_LOG"
[[ " $* " =~ \\ -i\\ ([^ ]+) ]] && ssh-keygen -y -P '' -f "\${BASH_REMATCH[1]}" >/dev/null && exec git upload-pack "$SSH_REPOSITORY"
`;

/** A stand-in for github.com's ssh server: a stub \`ssh\` before the real one, and a repository behind it. */
export class SshFixture {
  /** ssh-keygen and git are on every runner, but not on every developer's machine. */
  public static available(): boolean {
    try {
      execFileSync('bash', ['-c', 'command -v git ssh-keygen']);
      return true;
    } catch {
      return false;
    }
  }

  private readonly directory = mkdtempSync(join(tmpdir(), 'ssh-'));

  public constructor() {
    writeFileSync(this.file('ssh'), SSH);
    chmodSync(this.file('ssh'), 0o755);
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', this.file('key')]);
    this.git('init', '--quiet', '--bare', this.repository);
    this.git('--git-dir', this.repository, 'config', 'uploadpack.allowFilter', 'true'); // as GitHub does
  }

  public get repository(): string {
    return this.file('repository.git');
  }

  public get key(): string {
    return readFileSync(this.file('key'), 'utf8');
  }

  /** The stub's command lines, each followed by the known hosts it was given. */
  public get log(): string {
    return readFileSync(this.file('log'), 'utf8');
  }

  /** A key with a passphrase. */
  public encryptedKey(): string {
    if (!existsSync(this.file('encrypted'))) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', 'a passphrase', '-C', '', '-f', this.file('encrypted')]);
    return readFileSync(this.file('encrypted'), 'utf8');
  }

  public env(more: Record<string, string> = {}): Record<string, string> {
    return {
      REPOSITORIES: 'server acme/server HEAD key:DEPLOY server',
      SECRETS: 'required - DEPLOY reads acme/server',
      SET_DEPLOY: 'true',
      KEY_DEPLOY: this.key,
      PATH: `${this.directory}${delimiter}${process.env.PATH}`,
      SSH_LOG: this.file('log'),
      SSH_REPOSITORY: this.repository,
      ...more,
    };
  }

  /** Makes a commit on a branch, behind another one if there is one, and returns it. */
  public commit(branch: string, parent?: string): string {
    const tree = this.git('--git-dir', this.repository, 'hash-object', '-t', 'tree', '-w', '/dev/null');
    const commit = this.git('--git-dir', this.repository, 'commit-tree', tree, '-m', branch, ...parent ? ['-p', parent] : []);
    this.git('--git-dir', this.repository, 'update-ref', `refs/heads/${branch}`, commit);
    return commit;
  }

  public tag(name: string, commit: string): void {
    this.git('--git-dir', this.repository, 'tag', '--annotate', '--message', name, name, commit);
  }

  public remove(): void {
    rmSync(this.directory, { recursive: true });
  }

  private file(name: string): string {
    return join(this.directory, name);
  }

  private git(...args: string[]): string {
    const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'init.defaultBranch=main'];
    return execFileSync('git', [...identity, ...args], { encoding: 'utf8' }).trim();
  }
}
