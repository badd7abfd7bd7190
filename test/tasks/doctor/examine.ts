import type { BuildEntry } from '../../../src/model/model-file';
import { loadScripts } from '../../../src/outside/scripts';
import { doctorArguments } from '../../../src/tasks/doctor/arguments';
import { doctor } from '../../../src/tasks/doctor/doctor-command';
import type { Finding } from '../../../src/tasks/doctor/report';
import { model, modelFile, type Overrides } from '../../render/models';
import { FakeGitHub } from '../../support/fake-github';
import { outputOf } from '../../support/outputs';
import { piped } from '../../support/piped';

jest.mock('../../../src/outside/load-octokit', () => ({
  loadOctokit: async () => jest.requireActual('../../support/octokit').loadBundledOctokit(),
}));

export const NOW = new Date('2026-11-22T12:00:00Z');
export const TOKEN = 'ghp_5rXq0TestTokenOfNobody';
/** The repository that runs the workflow. */
export const OWN = 'acme/app';

export interface DoctorOptions {
  readonly args?: readonly string[];
  readonly builds?: readonly BuildEntry[];
  /** The workflow, where it was patched. */
  readonly workflow?: object;
  readonly env?: Readonly<Record<string, string>>;
  /** Files of the clone. */
  readonly files?: Readonly<Record<string, string>>;
  readonly root?: string;
  readonly now?: Date;
}

/** The environment of a user who is logged in and whose clone is of acme/app; no program is found there. */
export function userEnv(github: FakeGitHub): Record<string, string> {
  return { PATH: '/nowhere', GITHUB_API_URL: github.apiUrl, GITHUB_SERVER_URL: github.serverUrl, GITHUB_REPOSITORY: OWN, GH_TOKEN: TOKEN };
}

export async function runDoctor(env: Readonly<Record<string, string>>, { args = [], builds = [{ model: model() }], files = {}, root = '/', now = NOW }: DoctorOptions = {}) {
  const printed: string[] = [];
  const context = {
    modelFile: { ...modelFile(), builds },
    scripts: loadScripts(),
    read: (path: string) => Object.hasOwn(files, path) ? files[path] : undefined,
    list: () => [],
    root,
    env,
    ...piped((text) => printed.push(text)),
  };
  const code = await doctor(doctorArguments(args), context, now);
  return { code, output: printed.join(''), printed };
}

/** What the doctor finds of one kind for one build. */
export async function findingsOf(kind: string, github: FakeGitHub, overrides: Overrides, options: DoctorOptions = {}): Promise<Finding[]> {
  const env = { ...userEnv(github), ...options.env };
  const { output } = await runDoctor(env, { ...options, args: ['--json', '--timeout', '5', ...options.args ?? []], builds: [{ model: model(overrides), ...options.workflow && { workflow: [{ op: 'replace' as const, path: '', value: options.workflow }] } }] });
  return outputOf('doctor', output).checks.filter((finding) => finding.kind === kind);
}

/** A fake GitHub for all tests of a file. */
export function useFakeGitHub(): () => FakeGitHub {
  let github: FakeGitHub;
  beforeAll(async () => {
    github = await FakeGitHub.start();
  });
  beforeEach(() => github.reset());
  afterAll(async () => github.stop());
  return () => github;
}
