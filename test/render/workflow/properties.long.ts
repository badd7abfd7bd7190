import * as fc from 'fast-check';
import { parse } from 'yaml';
import { BuildJob, Credential, Platform, type PlatformOptions, Repository, Secret, Setup, type TagBuildOptions } from '../../../src';
import type { Model } from '../../../src/model/model';
import { normalise } from '../../../src/normalise/normalise';
import { renderWorkflow, workflowComments } from '../../../src/render/workflow/workflow';
import { workflowText } from '../../../src/render/workflow/yaml';
import { declarationProblems } from '../../../src/rules/problems';
import { type Scripts, SCRIPTS as PARTS } from '../../../src/text/scripts';
import { parseWorkflowJobs, validateWorkflow } from '../../support/github-validator';

/** The cases hold the real ones; here they would only take time. */
const SCRIPTS = Object.fromEntries(PARTS.map((key) => [key, ':'])) as Scripts;

const PIN = `acme/action@${'0123456789'.repeat(4)}`;
const some = <T>(...values: T[]) => fc.subarray(values);

const steps = some(
  { name: 'Own step', run: 'echo "$A"', env: { A: '${{ github.ref }}' } },
  { name: 'Own step', run: 'make', if: "github.event_name == 'push'" },
  { name: 'Emoji \u{1f4be} and "quotes": #', run: 'make' },
  { uses: PIN },
  { parallel: [{ run: 'make a' }, { uses: PIN }] },
  { name: 'x'.repeat(150), run: 'make', if: '${{ always() }}' },
);
const secrets = some(
  Secret.required({ secret: 'KEY' }),
  Secret.optional({ secret: 'OPTIONAL', envName: 'RENAMED', without: 'Nothing.', envWithout: { WITHOUT: '1' } }),
  Secret.optionalGroup('Group', { secrets: ['A', 'B'], without: 'Nothing.' }),
);
const platformOptions: fc.Arbitrary<Omit<PlatformOptions, 'name'>> = fc.record({
  run: fc.constantFrom(['make'], ['make deps', 'make']),
  artifacts: fc.constantFrom(['dist/*'], ['a/*.zip', '!a/b.zip']),
  environment: fc.constantFrom('', 'signing'),
  env: fc.constantFrom<Record<string, string>>({}, { A: '1' }, { NOTES: 'END\nEND_', B: '<<=' }),
  allowedToFail: fc.constantFrom('', 'It is new.'),
  secrets,
  setup: fc.constantFrom([], [Setup.python('3.13')], [Setup.of({ name: 'Tool', run: './tool' })]),
  preInstallSteps: steps,
  preBuildSteps: steps,
  postBuildSteps: steps,
  runsOn: fc.constantFrom(['ubuntu-24.04'], ['macos-15'], ['self-hosted', 'gpu']),
  runnerGroup: fc.constantFrom('', '', 'big'),
});
const platforms = fc.array(platformOptions, { minLength: 1, maxLength: 6 })
  .map((all) => all.map((options, index) => Platform.of(`p.${index}`, options)));
const repositories = fc.shuffledSubarray([
  Repository.self({ path: '.' }),
  Repository.github('acme/app', { path: 'app' }),
  Repository.github('acme/engine', { path: 'app/engine', credential: Credential.token({ secret: 'ENGINE' }) }),
  Repository.github('acme/keys', { path: 'app/keys', credential: Credential.deployKey({ secret: 'DEPLOY_KEY' }) }),
  Repository.github('other/lib', {
    path: 'lib',
    credential: Credential.githubApp({ clientId: { variable: 'APP_ID' }, privateKey: { secret: 'APP_KEY' } }),
  }),
  Repository.github('acme/fonts', { path: 'fonts', ref: 'main', with: { 'persist-credentials': 'false', 'lfs': 'true' } }),
], { minLength: 1 });
/** A job before the one at the top and one behind it, on platforms that have the same names. */
const furtherJobs: fc.Arbitrary<Partial<TagBuildOptions>> = fc
  .record({ before: platforms, behind: platforms, handedOn: fc.boolean(), prepare: steps })
  .map(({ before, behind, handedOn, prepare }) => ({
    needs: [{ job: 'before', path: 'handed on' }],
    jobs: [
      BuildJob.of('behind', { platforms: behind, repositories: [], needs: [{ job: 'build', path: 'in', platforms: ['p.0'] }, { job: 'before', path: '.' }] }),
      BuildJob.of('before', { platforms: before, repositories: [], handedOn, prepare }),
    ],
  }));
const ofOneJob: fc.Arbitrary<TagBuildOptions> = fc.record({
  platforms,
  repositories,
  rehearsal: fc.boolean(),
  setup: fc.constantFrom([], [Setup.node('22'), Setup.pnpm('11')], [Setup.yarn(), Setup.node('24')], [Setup.rust()]),
  prepare: steps,
  preBuildSteps: steps,
});
const declaration = fc.tuple(ofOneJob, fc.option(furtherJobs, { nil: {} })).map(([top, further]) => ({ ...top, ...further }));
const model = declaration.map((options) => normalise('app.x', options, { projectName: 'tool', directory: '', marker: 'generated' }))
  .filter((candidate) => declarationProblems(candidate, { others: [], writerOf: () => undefined, declared: { texts: [], numbers: [] } }).every(({ level }) => level !== 'error'));

interface Step { id: string; name?: string; uses?: string; run?: string; with?: Record<string, unknown> }

function text(declared: Model): string {
  return workflowText(renderWorkflow(declared, SCRIPTS), declared.marker, workflowComments(declared));
}

function stepsOf(declared: Model): Step[] {
  const jobs: Record<string, { steps: Step[] }> = parse(text(declared)).jobs;
  return Object.values(jobs).flatMap((job) => job.steps);
}

test('every action is pinned to a full commit SHA', () => {
  fc.assert(fc.property(model, (declared) => {
    expect(stepsOf(declared).filter(({ uses }) => uses && !/@[0-9a-f]{40}$/.test(uses))).toEqual([]);
  }), { numRuns: 20 });
});

test('no checkout leaves its token behind', () => {
  fc.assert(fc.property(model, (declared) => {
    const checkouts = stepsOf(declared).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts).toHaveLength(declared.repositories.length);
    expect(checkouts.filter((step) => String(step.with!['persist-credentials']) !== 'false')).toEqual([]);
  }), { numRuns: 20 });
});

test('no script has an expression in it', () => {
  fc.assert(fc.property(model, (declared) => {
    expect(stepsOf(declared).filter(({ run }) => run?.includes('${{'))).toEqual([]);
  }), { numRuns: 20 });
});

test('a repository is checked out before those inside it', () => {
  fc.assert(fc.property(model, (declared) => {
    const paths = stepsOf(declared).filter(({ uses }) => uses?.startsWith('actions/checkout@')).map((step) => step.with!.path ? `${step.with!.path}/` : '');
    expect(paths.filter((path, index) => paths.slice(index + 1).some((later) => path.startsWith(later)))).toEqual([]);
  }), { numRuns: 20 });
});

test("GitHub's own parser and validator have nothing against it, so ids are there, allowed and different", async () => {
  await fc.assert(fc.asyncProperty(model, async (declared) => {
    await parseWorkflowJobs(text(declared));
    const findings = await validateWorkflow(text(declared), { secrets: declared.secrets.flatMap(({ names }) => names) });
    expect(findings).toEqual([]);
    expect(stepsOf(declared).filter((step) => !step.id && !('parallel' in step))).toEqual([]);
  }), { numRuns: 20 });
});

test('each platform runs its own steps in the order in which they were declared', () => {
  fc.assert(fc.property(model, (declared) => {
    const build: (Step & { if?: string })[] = parse(text(declared)).jobs.build.steps;
    const job = declared.jobs.find(({ id }) => id === 'build')!;
    for (const platform of job.platforms) {
      const own = [...platform.preInstallSteps, ...platform.preBuildSteps, ...platform.postBuildSteps].flatMap(namesOf);
      const shared = [...job.prepare, ...job.preBuildSteps].flatMap(namesOf);
      const run = build.filter((step) => runsOn(step.if, platform.name)).flatMap(namesOf);
      const declaredNames = new Set([...own, ...shared]);
      expect(run.filter((name) => declaredNames.has(name))).toEqual([
        ...platform.preInstallSteps, ...job.prepare, ...job.preBuildSteps, ...platform.preBuildSteps, ...platform.postBuildSteps,
      ].flatMap(namesOf));
    }
  }), { numRuns: 20 });
});

/** Parallel steps have no name of their own. */
function namesOf({ name, uses }: Pick<Step, 'name' | 'uses'>): string[] {
  return [name ?? uses ?? []].flat();
}

/** Whether a step's condition names the platform, or none. */
function runsOn(condition: string | undefined, platform: string): boolean {
  const named = condition?.includes('matrix.platform');
  return !named || condition!.includes(`'${platform}'`) || condition!.includes(`"${platform}"`);
}
