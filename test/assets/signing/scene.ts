import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, runScript, type ScriptName, type ScriptRun } from '../../support/run-script';

/** What is called as it is, but with a note of its arguments. */
const REAL = ['awk', 'base64', 'cat', 'curl', 'cut', 'grep', 'head', 'openssl', 'sed', 'tail', 'tr'];

/** Programs that stand in for those of macOS and Windows, and whose arguments are kept: any process could have seen them. */
export class SigningScene {
  readonly directory = mkdtempSync(join(tmpdir(), 'signing-'));
  readonly workspace = join(this.directory, 'workspace');
  readonly #bin = join(this.directory, 'bin');
  readonly #calls = join(this.directory, 'calls');

  constructor() {
    for (const directory of [this.#bin, this.workspace]) mkdirSync(directory);
    const path = process.env.PATH ?? '';
    for (const name of REAL) {
      this.standIn(name, `PATH=${quoted(path)}\nexec ${name} "$@"`);
    }
  }

  /** A program in bash; `state` is a directory of its own. A call is noted at once, for pipes run at the same time. */
  standIn(name: string, body: string): void {
    const file = join(this.#bin, name);
    writeFileSync(file, `#!/bin/bash\nstate=${quoted(this.directory)}\nprintf -v call '%s\\x1f' ${quoted(name)} "$@"\necho "$call" >>${quoted(this.#calls)}\n${body}\n`);
    chmodSync(file, 0o755);
  }

  /** A file that stand-ins know, or that they have written. */
  file(name: string): string {
    return join(this.directory, name);
  }

  write(name: string, text: string): void {
    writeFileSync(this.file(name), text);
  }

  read(name: string): string {
    return existsSync(this.file(name)) ? readFileSync(this.file(name), 'utf8') : '';
  }

  /** Every call of a program, with its arguments behind one another. */
  calls(name?: string): string[] {
    const lines = this.read('calls').split('\x1f\n').slice(0, -1).map((line) => line.split('\x1f').join(' '));
    return name === undefined ? lines : lines.filter((line) => line.startsWith(`${name} `));
  }

  /** A build step with some parts of ours. */
  run(script: ScriptName, commands: string, env: Readonly<Record<string, string>>): Promise<ScriptRun> {
    return this.runText(`${compose(script)}\n${commands}`, env);
  }

  /** A build step as the workflow has it; what it asks LibreSSL by its path is found by its name here. */
  runText(text: string, env: Readonly<Record<string, string>>): Promise<ScriptRun> {
    return runScript(text.replaceAll('/usr/bin/openssl', 'openssl'), {
      PATH: `${this.#bin}:${process.env.PATH}`,
      GITHUB_REPOSITORY: 'acme/app',
      GITHUB_WORKSPACE: this.workspace,
      SIGNING_DOC_URL: 'https://example.org/doc',
      SIGNING_WAITS: '0 0',
      ...env,
    }, { cwd: this.workspace });
  }

  remove(): void {
    rmSync(this.directory, { recursive: true });
  }
}

/** Where a text was seen that nobody may see: in the log, in the summary, in arguments. */
export function leaks(scene: SigningScene, run: ScriptRun, ...secrets: string[]): string[] {
  const seen = [run.stdout, run.stderr, run.summary, ...scene.calls()].join('\n');
  return secrets.filter((secret) => seen.includes(secret));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
