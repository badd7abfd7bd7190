import { Project } from 'projen';
import type { Files } from './case';
import { filesOf } from './harness';
import {
  Credential, Dependency, Platform, PublishTarget, Repository, Setup, TagBuild, type TagBuildOptions, type VersionOptions, VersionMode,
} from '../../src';
import { MODEL_FILE, type ModelFile } from '../../src/model/model-file';
import { workflowsOf } from '../../src/model/workflows';
import { loadScripts } from '../../src/outside/scripts';
import { check } from '../../src/tasks/check';
import { parseWorkflowJobs, validateWorkflow } from '../support/github-validator';
import { idleViolations } from '../support/idle-invariants';
import { violations } from '../support/invariants';

/**
 * What a build is read with, where its version stands, and what has an environment: each with each, by the real
 * synthesis. What is read and what is written to are read and written with one and the same credential where it can.
 */
export interface Combination {
  readonly credential: string;
  readonly version: string;
  readonly environment: string;
}

const appBy = (clientId: { readonly variable?: string; readonly secret?: string }) => Credential.githubApp({ clientId, privateKey: { secret: 'READER_KEY' } });

/** Those that can write, too. */
const ABLE: Readonly<Record<string, Credential>> = {
  'a token': Credential.token({ secret: 'READ_TOKEN' }),
  'an App by a variable': appBy({ variable: 'READER_CLIENT_ID' }),
  'an App by a secret': appBy({ secret: 'READER_CLIENT_ID' }),
};
/** Those that only read, or only write here. */
const UNABLE: Readonly<Record<string, Credential>> = {
  "the workflow's token": Credential.workflowToken(),
  'a deploy key': Credential.deployKey({ secret: 'RELEASES_KEY' }),
};

function readWith(engine: Credential, lib = engine): Pick<TagBuildOptions, 'repositories' | 'dependencies'> {
  return {
    repositories: [Repository.self({ path: 'app' }), Repository.github('acme/engine', { credential: engine })],
    dependencies: [Dependency.github('acme/lib', { credential: lib })],
  };
}

const CREDENTIALS: Readonly<Record<string, Pick<TagBuildOptions, 'repositories' | 'dependencies'>>> = {
  "the workflow's token": readWith(Credential.workflowToken()),
  ...Object.fromEntries(Object.entries(ABLE).map(([name, credential]) => [name, readWith(credential)])),
  'a deploy key': readWith(Credential.deployKey({ secret: 'ENGINE_KEY' }), Credential.deployKey({ secret: 'LIB_KEY' })),
  'a registry of npm': { dependencies: [Dependency.npmRegistry({ registry: 'https://npm.acme.dev/', scope: '@acme', secret: 'ACME_NPM_TOKEN', package: '@acme/ui' })] },
  'a registry of Cargo': { dependencies: [Dependency.cargoRegistry({ name: 'acme', index: 'sparse+https://cargo.acme.dev/index/', secret: 'ACME_CARGO_TOKEN' })] },
};

const BEFORE: Files = {
  'package.json': '{\n  "name": "app",\n  "version": "1.0.0"\n}\n',
  'Cargo.toml': '[package]\nname = "app"\nversion = "1.0.0"\nedition = "2021"\n',
  'pyproject.toml': '[project]\nname = "app"\nversion = "1.0.0"\n',
  'VERSION': '1.0.0\n',
};
const FILES = { files: ['package.json', 'Cargo.toml', 'pyproject.toml'] };

const VERSIONS: Readonly<Record<string, VersionOptions | undefined>> = {
  'nowhere': undefined,
  'compared': FILES,
  'stamped': { ...FILES, mode: VersionMode.STAMP },
  'in a text': { texts: [{ path: 'VERSION', line: '{version}' }] },
  'in the environment': { env: true },
};

const ENVIRONMENTS: Readonly<Record<string, { readonly build?: string; readonly publish?: string }>> = {
  'none': {},
  "the build's": { build: 'signing' },
  "publishing's": { publish: 'release' },
};

/** All of them. */
export const ALL: readonly Combination[] = Object.keys(CREDENTIALS).flatMap((credential) => Object.keys(VERSIONS).flatMap((version) =>
  Object.keys(ENVIRONMENTS).map((environment) => ({ credential, version, environment }))));

/** Each of one kind with each of every other. */
export const PAIRS = ALL.filter(({ credential, version, environment }) =>
  (Object.keys(CREDENTIALS).indexOf(credential) + Object.keys(VERSIONS).indexOf(version)) % 3 === Object.keys(ENVIRONMENTS).indexOf(environment));

function declarationOf({ credential, version, environment }: Combination, more: Partial<TagBuildOptions>): TagBuildOptions {
  const { build, publish } = ENVIRONMENTS[environment];
  return {
    ...CREDENTIALS[credential],
    version: VERSIONS[version],
    setup: [Setup.node('22'), Setup.rust()],
    prepare: [{ name: 'Fetch', run: 'make fetch' }],
    platforms: [
      Platform.linuxX64({ run: ['make'], artifacts: ['out/*.tar.gz'], environment: build }),
      Platform.windowsX64({ run: ['make'], artifacts: ['out/*.zip'] }),
    ],
    publish: [PublishTarget.githubRelease({ ...ABLE[credential] && { repository: 'acme/releases', credential: ABLE[credential] }, environment: publish })],
    ...more,
  };
}

function synthesized(combination: Combination, more: Partial<TagBuildOptions>): Files {
  return filesOf({
    before: BEFORE,
    project: (outdir) => new Project({ outdir, name: 'app' }),
    declare: (app) => { new TagBuild(app, 'app', declarationOf(combination, more)); },
  });
}

/** What stands against what comes out of a combination: its own invariants, and GitHub's parser and validator. */
async function objectionsTo(files: Files): Promise<string[]> {
  const modelFile: ModelFile = JSON.parse(files[MODEL_FILE]);
  const [{ model }] = modelFile.builds;
  const found = await Promise.all(workflowsOf(model).map(async (workflow) => {
    const { kind, model: { workflowPath, secrets } } = workflow;
    const text = files[workflowPath];
    await parseWorkflowJobs(text);
    return [
      ...kind === 'tag' ? violations(text, model) : idleViolations(text, workflow),
      ...await validateWorkflow(text, { secrets: secrets.flatMap(({ names }) => names) }),
    ];
  }));
  return [...found.flat(), ...check(modelFile, loadScripts(), (path) => files[path]).map(({ path }) => `${path} is out of sync`)];
}

/** Each of them synthesizes, into something sound that no other one comes to. */
export function combine(combinations: readonly Combination[], more: Partial<TagBuildOptions> = {}): void {
  const texts = new Set<string>();

  test.each(combinations)('$credential, version $version, environment $environment', async (combination) => {
    const files = synthesized(combination, more);
    expect(await objectionsTo(files)).toEqual([]);
    texts.add(files['.github/workflows/app.yml']);
  });

  test('each is something of its own', () => expect(texts.size).toBe(combinations.length));
}

/** A release elsewhere cannot be made with each, and a rule says so. */
export function refuse(combinations: readonly Combination[]): void {
  test.each(combinations.filter(({ credential }) => UNABLE[credential]))('no release elsewhere by $credential, version $version, environment $environment', (combination) => {
    const publish = [PublishTarget.githubRelease({ repository: 'acme/releases', credential: UNABLE[combination.credential] })];
    expect(() => synthesized(combination, { publish })).toThrow('publish-credential-unfit');
  });
}
