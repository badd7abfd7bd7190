import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TagBuildOptions } from '../../src';
import type { StepModel } from '../../src/model/model';
import { normalise } from '../../src/normalise/normalise';
import { loadScripts } from '../../src/outside/scripts';
import { renderWorkflow } from '../../src/render/workflow/workflow';
import { type Files } from '../cases/case';
import { write } from '../cases/harness';
import { GitHost } from '../support/git-host';
import { PrivateHosts } from '../support/private-hosts';
import { CARGO_TOKEN, cargoRegistry, NPM_TOKEN, npmRegistry } from '../support/private-registries';
import { parseOutputs, runScript, type ScriptRun } from '../support/run-script';

export const LIB_TOKEN = 'github_pat_of_the_library';

const SECRETS: Readonly<Record<string, string>> = { LIB_TOKEN, NPM_TOKEN, CARGO_TOKEN };

/** Private hosts, and a machine whose steps see nothing of its user. */
export class Scene {
  public static async start(): Promise<Scene> {
    const root = mkdtempSync(join(realpathSync(tmpdir()), 'dependencies-'));
    const git = await GitHost.start(root);
    const hosts = await PrivateHosts.start(root, {
      'github.com': (request, response) => git.serve(request, response),
      'npm.acme.dev': npmRegistry(root),
      'cargo.acme.dev': cargoRegistry(root),
    });
    return new Scene(root, git, hosts);
  }

  private count = 0;

  private constructor(public readonly root: string, public readonly git: GitHost, public readonly hosts: PrivateHosts) {}

  /** A new machine: nothing is cached, and nobody has left anything. */
  public machine(files: Files = {}): Machine {
    const home = join(this.root, `machine-${++this.count}`);
    mkdirSync(join(home, 'work'), { recursive: true });
    mkdirSync(join(home, 'temp'));
    write(join(home, 'work'), files);
    return new Machine(home, this.hosts.env);
  }

  public async stop(): Promise<void> {
    await this.hosts.stop();
    await this.git.stop();
    rmSync(this.root, { recursive: true });
  }
}

/** A runner, whose steps run one after another in its workspace. */
export class Machine {
  private readonly outputs = new Map<string, string>();

  public constructor(public readonly home: string, private readonly env: Readonly<Record<string, string>>) {}

  public get work(): string {
    return join(this.home, 'work');
  }

  /** What git ran and was told, with all its arguments. */
  public get trace(): string {
    return readFileSync(join(this.home, 'trace'), 'utf8');
  }

  /** Runs a step as it stands in a workflow, or its command elsewhere. */
  public async run(step: StepModel, run = step.run!, more: Readonly<Record<string, string>> = {}): Promise<ScriptRun> {
    const output = join(this.home, 'output');
    write(this.home, { output: '' });
    const ended = await runScript(run, {
      HOME: this.home,
      RUNNER_TEMP: join(this.home, 'temp'),
      GITHUB_OUTPUT: output,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_TRACE: join(this.home, 'trace'),
      NPM_CONFIG_UPDATE_NOTIFIER: 'false',
      NPM_CONFIG_FETCH_RETRIES: '0',
      CARGO_NET_RETRY: '0',
      RUSTUP_HOME: process.env.RUSTUP_HOME ?? join(process.env.HOME ?? '', '.rustup'),
      GOTOOLCHAIN: 'local',
      GOFLAGS: '-modcacherw',
      ...this.env,
      ...Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, this.evaluated(value)])),
      ...more,
    }, { cwd: join(this.work, step['working-directory'] ?? '') });
    for (const [name, value] of Object.entries(parseOutputs(readFileSync(output, 'utf8')))) this.outputs.set(`steps.${step.id}.outputs.${name}`, value);
    return ended;
  }

  /** The files on the machine that hold a text. */
  public filesWith(text: string): string[] {
    return readdirSync(this.home, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => readFileSync(file).includes(text));
  }

  private evaluated(value: string): string {
    return value.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => SECRETS[expression.replace(/^secrets\./, '')] ?? this.outputs.get(expression) ?? '');
  }
}

/** Not on every developer's machine; .ci/run has them. */
export function isHere(program = 'git'): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`]);
    return true;
  } catch {
    return false;
  }
}

/** The steps of the job `build`, by their ids. */
export function stepsOf(options: Partial<TagBuildOptions>): Record<string, StepModel> {
  return Object.fromEntries(allStepsOf(options).map((step) => [step.id!, step]));
}

/** The steps of the job `build`, in their order. */
export function allStepsOf(options: Partial<TagBuildOptions>): readonly StepModel[] {
  const model = normalise('app', options as TagBuildOptions, { projectName: 'app', directory: '', marker: '' });
  return renderWorkflow(model, loadScripts()).jobs.build.steps;
}
