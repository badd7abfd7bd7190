import type { Model, StepModel } from '../../../src/model/model';
import { loadScripts } from '../../../src/outside/scripts';
import { renderWorkflow } from '../../../src/render/workflow/workflow';
import { buildJob, model, type Overrides, platform, publishSteps, repository, tool, versionModel } from '../models';

const SCRIPTS = loadScripts();
const engine = repository({ id: 'my.engine', self: false, name: 'acme/engine', path: 'engine', ref: 'HEAD' });
const app = repository({ path: 'app' });

const stepsOf = (built: Model, job = 'build'): readonly StepModel[] => renderWorkflow(built, SCRIPTS).jobs[job].steps;

describe('stamping', () => {
  const version = versionModel({ mode: 'stamp', files: ['package.json'], texts: [{ path: 'VERSION', line: 'v{version}' }] });
  const stampOf = (overrides: Overrides = {}) => stepsOf(model({ version, ...overrides })).find(({ id }) => id === 'stamp-version');

  test('happens behind the checkouts and before tools, where the repository lies', () => {
    const steps = stepsOf(model({ version, directory: 'desk', repositories: [app, engine], setup: [tool('node', '22')] }));
    expect(steps.map(({ id }) => id).slice(1, 5)).toEqual(['checkout-self', 'checkout-my.engine', 'stamp-version', 'setup-node']);
    expect(steps[3]).toMatchObject({
      'working-directory': 'app',
      'env': { VERSION_FILES: 'desk/package.json', VERSION_TEXTS: 'desk/VERSION\nv{version}', VERSION: '${{ needs.guard.outputs.version }}' },
    });
    expect(steps[3].env).not.toHaveProperty('VERSION_MODE');
  });

  test('brings the parts that its files need', () => {
    const partsOf = ({ run = '' }: StepModel) => [...run.matchAll(/^# (\S+)\.sh of projen-tag-build/gm)].map(([, name]) => name);
    expect(partsOf(stampOf()!)).toEqual(['say', 'report', 'manifests', 'manifest-json', 'manifest-lines', 'stamp']);
    const cargo = versionModel({ mode: 'stamp', files: ['a/Cargo.toml', 'b.csproj', 'pyproject.toml'] });
    expect(partsOf(stampOf({ version: cargo })!)).toEqual(['say', 'report', 'manifests', 'manifest-toml', 'manifest-xml', 'stamp-cargo', 'stamp-uv', 'stamp']);
  });

  test('is nowhere where versions are compared, or the repository of the tag is not', () => {
    expect(stampOf({ version: { ...version, mode: 'compare' } })).toBeUndefined();
    const jobs = [buildJob({ id: 'build', repositories: [engine.id] })];
    expect(stampOf({ repositories: [app, engine], jobs })).toBeUndefined();
  });

  test('is what the guard is told, with the right to read the files', () => {
    const { permissions, steps } = renderWorkflow(model({ version }), SCRIPTS).jobs.guard;
    expect([permissions, steps[0].env]).toMatchObject([{ contents: 'read' }, { VERSION_MODE: 'stamp', VERSION_FILES: 'package.json', VERSION_TEXTS: 'VERSION\nv{version}' }]);
  });
});

describe('own steps', () => {
  const own = publishSteps({ steps: [{ id: 'own', run: 'make publish', env: { TAG: 'mine' } }] });
  const FACTS = {
    VERSION: '${{ needs.guard.outputs.version }}',
    TAG: '${{ needs.guard.outputs.tag }}',
    PRERELEASE: '${{ needs.guard.outputs.prerelease }}',
    COMMIT_SELF: '${{ github.sha }}',
    COMMIT_MY_ENGINE: '${{ needs.guard.outputs.commit-my.engine }}',
  };
  const step = (id: string): StepModel => ({ id, run: id });
  const built = (env: boolean) => model({
    version: versionModel({ env }),
    repositories: [app, engine],
    publish: [own],
    dependencies: [{ id: 'npm', declaredAt: 'dependencies[0]', kind: 'npm-registry', registry: 'https://npm.acme.dev/', scope: '@acme', secret: 'NPM', package: '@acme/lib' }],
    jobs: [buildJob({
      repositories: ['self'],
      dependencies: ['npm'],
      setup: [tool('node', '22')],
      preInstallSteps: [step('own-1')],
      prepare: [{ parallel: [step('own-2'), step('own-3')] }],
      preBuildSteps: [step('own-4')],
      postBuildSteps: [{ ...step('own-5'), env: { VERSION: 'mine' } }],
      platforms: [platform({ preInstallSteps: [step('own-6')], preBuildSteps: [step('own-7')], postBuildSteps: [step('own-8')], env: { CHANNEL: 'x' }, jobEnv: { CHANNEL: 'x' } })],
    })],
  });
  const flat = (steps: readonly StepModel[]) => steps.flatMap((one) => one.parallel ?? [one]);

  test('are told the version and all commits, and no other step is', () => {
    const steps = flat(stepsOf(built(true)));
    expect(steps.map(({ id }) => id)).toContain('dependencies-npmrc');
    const told = steps.filter(({ env }) => env && 'COMMIT_MY_ENGINE' in env);
    expect(told.map(({ id }) => id).sort()).toEqual(['build', ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `own-${n}`)]);
    expect(told.find(({ id }) => id === 'build')!.env).toEqual({ CHANNEL: 'x', ...FACTS });
    expect(told.find(({ id }) => id === 'own-5')!.env).toEqual({ CHANNEL: 'x', ...FACTS, VERSION: 'mine' });
    expect(flat(stepsOf(built(true), 'pypi')).filter(({ env }) => env && 'VERSION' in env)).toMatchObject([{ id: 'own', env: { ...FACTS, TAG: 'mine' } }]);
  });

  test('are told nothing unasked', () => {
    expect(JSON.stringify(stepsOf(built(false)).slice(1))).not.toContain('COMMIT_');
    expect(stepsOf(built(false)).find(({ id }) => id === 'build')!.env).toEqual({ CHANNEL: 'x' });
  });

  test('have commits that a leg has checked, also of repositories that it does not check out', () => {
    const checked = (env: boolean) => stepsOf(built(env))[0].env!.REQUIRED_OUTPUTS.includes('commit-my.engine=');
    expect([checked(true), checked(false)]).toEqual([true, false]);
  });

  test('share no variable with a script of ours that runs in one step with them', () => {
    const parts = Object.entries(SCRIPTS).filter(([name]) => !/^(version|stamp|stampCargo|stampUv)$/.test(name)).map(([, text]) => text).join('\n');
    expect(parts.match(/\$\{?(?:VERSION|TAG|PRERELEASE|COMMIT_\w+)\b(?!_)/g)).toBeNull();
  });
});
