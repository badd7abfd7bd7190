import { Project } from 'projen';
import { parse } from 'yaml';
import { BuildJob, Platform, PublishTarget, Secret, Setup, TagBuild, type TagBuildOptions } from '../../../src';
import { Expressions } from '../../../src/github/expression-evaluator';
import { filesOf } from '../../cases/harness';
import { engine } from '../../support/engine';
import { validateWorkflow } from '../../support/github-validator';

const ACTION = `acme/import@${'0123456789'.repeat(4)}`;

const apple = Secret.optionalGroup('Apple: signing', { secrets: ['CERTIFICATE', 'PASSWORD'], without: 'The dmg is unsigned.' });
const hook = Secret.optional({ secret: 'HOOK', without: 'Nobody is told.' });

const imports = { name: 'Import the certificate', uses: ACTION, if: apple.isSet, with: { certificate: '${{ secrets.CERTIFICATE }}' } };
const tells = { name: 'Tell', run: './tell.sh', if: `\${{ ${hook.isSet} && always() }}`, env: { HOOK: '${{ secrets.HOOK }}' } };
const made = { run: ['make'], artifacts: ['dist/*'] };

function built(options: Partial<TagBuildOptions>) {
  const files = filesOf({
    project: (outdir) => new Project({ outdir, name: 'app' }),
    declare: (project) => { new TagBuild(project, 'app', { platforms: [Platform.macosArm64({ ...made, secrets: [apple] }), Platform.windowsX64(made)], secrets: [hook], ...options }); },
  });
  return { text: files['.github/workflows/app.yml'], doc: files['docs/app.md'] };
}

interface Job { readonly env?: Record<string, string>; readonly steps: readonly { readonly name: string; readonly if?: string }[] }
const jobsIn = (text: string): Record<string, Job> => parse(text).jobs;

/** Whether a step runs on a platform, as GitHub's own engine evaluates it. */
function runs(job: Job, name: string, secrets: Record<string, string>, platform = 'macos-arm64'): boolean[] {
  const env = Object.fromEntries(Object.entries(job.env ?? {}).map(([variable, value]) => {
    const outcome = new Expressions(engine, { secrets }).text(value);
    return [variable, 'value' in outcome ? outcome.value : ''];
  }));
  return job.steps.filter((step) => step.name === name).map((step) => {
    const outcome = new Expressions(engine, { env, matrix: { platform } }).condition(step.if ?? 'success()');
    if ('unknown' in outcome) { throw new Error(outcome.unknown); }
    return outcome.value;
  });
}

const SET = { CERTIFICATE: 'x', PASSWORD: 'y', HOOK: 'z' };
const PLACES: [string, Partial<TagBuildOptions>][] = [
  ...(['preInstallSteps', 'prepare', 'preBuildSteps', 'postBuildSteps'] as const).map((list) => [list, { [list]: [imports, tells] }] as [string, Partial<TagBuildOptions>]),
  ['setup', { setup: [Setup.of(imports), Setup.of(tells)] }],
  ['parallel', { prepare: [{ parallel: [imports, tells] }] }],
  ...(['preInstallSteps', 'preBuildSteps', 'postBuildSteps'] as const).map((list) =>
    [`platform ${list}`, { platforms: [Platform.macosArm64({ ...made, secrets: [apple], [list]: [imports, tells] }), Platform.windowsX64(made)] }] as [string, Partial<TagBuildOptions>]),
  ['platform setup', { platforms: [Platform.macosArm64({ ...made, secrets: [apple], setup: [Setup.of(imports), Setup.of(tells)] }), Platform.windowsX64(made)] }],
];

describe.each(PLACES)('in %s', (place, options) => {
  const { text, doc } = built(options);
  const { build, guard } = jobsIn(text);
  const flat: Job = { ...build, steps: build.steps.flatMap((step) => (step as { parallel?: Job['steps'] }).parallel ?? [step]) };

  test('a step runs where its secrets are set, and there only', () => {
    expect(['Import the certificate', 'Tell'].map((name) => runs(flat, name, SET))).toEqual([[true], [true]]);
    expect(['Import the certificate', 'Tell'].map((name) => runs(flat, name, { HOOK: 'z' }))).toEqual([[false], [true]]);
    expect(['Import the certificate', 'Tell'].map((name) => runs(flat, name, { HOOK: '' }))).toEqual([[false], [false]]);
    expect(runs(flat, 'Tell', SET, 'windows-x64')).toEqual([!place.startsWith('platform')]);
  });

  test('GitHub takes it, no value stands in the environment of the job, and people are told', async () => {
    expect(await validateWorkflow(text, { secrets: ['CERTIFICATE', 'PASSWORD', 'HOOK'] })).toEqual([]);
    expect(build.env).toMatchObject({ IS_SET_CERTIFICATE: "${{ secrets.CERTIFICATE != '' }}", IS_SET_HOOK: "${{ secrets.HOOK != '' }}" });
    expect((guard.steps.at(-1) as { env?: Record<string, string> }).env).toMatchObject({
      SKIPPED: 'CERTIFICATE Apple: signing is not set. Skipped: Import the certificate.\nHOOK HOOK is not set. Skipped: Tell.',
    });
    expect(doc).toContain('Without them: The dmg is unsigned. Skipped then: `Import the certificate`.');
  });
});

test('a job has the variables of its own steps', () => {
  const { text } = built({
    jobs: [BuildJob.of('docs', { platforms: [Platform.linuxX64(made)], prepare: [tells] })],
    publish: [PublishTarget.steps('site', { steps: [tells], secrets: [hook] })],
  });
  const { build, docs, site } = jobsIn(text);
  expect([build, docs, site].map(({ env = {} }) => Object.keys(env).filter((name) => name.startsWith('IS_SET_')))).toEqual([[], ['IS_SET_HOOK'], ['IS_SET_HOOK']]);
  expect([runs(docs, 'Tell', SET), runs(site, 'Tell', {})]).toEqual([[true], [false]]);
});

test.each([
  // condition, whether it holds with the secret and without, whether people are told
  [`!${hook.isSet}`, [false, true], false],
  [`!(${hook.isSet})`, [false, true], false],
  [`! ${hook.isSet} && success()`, [false, true], false],
  [`${hook.isSet} == false`, [false, true], false],
  [`success() || ${hook.isSet}`, [true, true], false],
  [`!cancelled() && ${hook.isSet}`, [true, false], true],
])('%s is what it says, and only what needs the secret is called skipped', (condition, expected, told) => {
  const { doc, text } = built({ prepare: [{ name: 'Say so', run: 'true', if: condition }] });
  expect([SET, {}].flatMap((secrets) => runs(jobsIn(text).build, 'Say so', secrets))).toEqual(expected);
  expect(doc.includes('Skipped then: `Say so`')).toBe(told);
});
