import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { write } from '../../cases/harness';
import { model, modelFile } from '../../render/models';
import { bundle } from '../../support/octokit';
import { inTerminal } from '../../support/pty';

const ROOT = join(__dirname, '..', '..', '..');

/** The program as it is shipped, which completes, and otherwise keeps what it is given. */
const PROGRAM = `#!/bin/sh
if [ "$1" = completion ]; then exec '${process.execPath}' "$PACKAGE/bin/cli.js" "$@"; fi
for word in "$@"; do printf '%s\\n' "$word"; done >>"$STATE/given"
printf -- '--\\n' >>"$STATE/given"
echo "ran $(grep -c '^--$' "$STATE/given")."
`;

/** Git allows all of them, and anybody who pushes can make them. */
export const HOSTILE_TAGS = [
  'a$(touch${IFS}pwned)', 'b`touch${IFS}pwned`', "c';touch${IFS}pwned;'", 'd";touch${IFS}pwned;"', 'e;touch${IFS}pwned', 'f|touch${IFS}pwned', 'g&touch${IFS}pwned&',
  'h>pwned', 'i<(touch${IFS}pwned)', 'j!!', 'k{a,b}', 'l$HOME', 'm#n', 'n%o', 'o=ls', 'p-ü',
];

export interface Shell {
  readonly name: string;
  /** How it is started, without the user's own settings. */
  readonly start: readonly string[];
  /** What is typed before all else: it shows `ready> ` from then on, and completes. */
  readonly first: string;
}

export const SHELLS: readonly Shell[] = [
  { name: 'bash', start: ['bash', '--norc', '--noprofile', '-i'], first: 'PS1=ready\\>\\ ; eval "$(projen-tag-build completion bash)"' },
  { name: 'zsh', start: ['zsh', '-f', '-i'], first: 'PS1=ready\\>\\ ; autoload -U compinit; compinit -u -D; eval "$(projen-tag-build completion zsh)"' },
  { name: 'fish', start: ['fish', '--no-config', '-i'], first: 'function fish_prompt; echo -n "ready>" ""; end; projen-tag-build completion fish | source' },
];

export function isInstalled(shell: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((directory) => existsSync(join(directory, shell)));
}

/** A repository with a build, tags and files, and the program in front of PATH. */
export class Place {
  public readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'completion-')));
  public readonly repository = join(this.root, 'repository');
  public readonly env: Record<string, string | undefined>;

  public constructor() {
    const models = modelFile(model({ id: 'desktop' }), model({ id: 'web' }));
    write(this.root, {
      'repository/.projen/tag-builds.json': JSON.stringify(models),
      'repository/secrets of mine.env': '',
      'bin/projen-tag-build': PROGRAM,
      'state/given': '',
    });
    chmodSync(join(this.root, 'bin/projen-tag-build'), 0o755);
    this.env = {
      PATH: `${join(this.root, 'bin')}${delimiter}${process.env.PATH}`,
      HOME: this.root,
      GIT_CONFIG_NOSYSTEM: '1',
      TERM: 'xterm',
      LANG: 'C.UTF-8',
      STATE: join(this.root, 'state'),
      PACKAGE: join(this.root, 'package'),
    };
    bundle(join(ROOT, 'src', 'cli.ts'), join(this.root, 'package', 'bin', 'cli.js'));
    for (const part of ['assets', 'schema', 'package.json']) symlinkSync(join(ROOT, part), join(this.root, 'package', part));
    this.git('init', '-q', '-b', 'main');
    this.git('commit', '-q', '--allow-empty', '-m', 'a');
    for (const tag of HOSTILE_TAGS) this.git('update-ref', `refs/tags/${tag}`, 'HEAD');
  }

  public remove(): void {
    rmSync(this.root, { recursive: true });
  }

  private git(...args: string[]): void {
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: this.repository, env: this.env });
  }

  /** What the program is given where each line is typed behind its name. */
  public async typed({ start, first }: Shell, lines: readonly string[]): Promise<string[][]> {
    write(this.root, { 'state/given': '' });
    const typed = [
      ['', `${first}\r`] as const,
      ...lines.flatMap((line, index) => [['ready> ', `projen-tag-build ${line}\r`] as const, [`ran ${index + 1}.`, ''] as const]),
      ['ready> ', 'exit\r'] as const,
    ];
    await inTerminal(start, { cwd: this.repository, env: this.env, typed });
    const given = readFileSync(join(this.root, 'state/given'), 'utf8').split('--\n').slice(0, -1);
    return given.map((words) => words.split('\n').slice(0, -1));
  }
}
