import { parse, stringify } from 'yaml';
import { CLEAN, COMMIT, dispatch, planOf, push, workflow } from './plan-of';
import { Credential, FollowUp, Platform, PublishTarget, ReleaseFlag } from '../../../src';
import type { Model } from '../../../src/model/model';
import { PUBLISH_SCRIPT } from '../../../src/model/publish';
import { loadScripts } from '../../../src/outside/scripts';
import { renderWorkflow, workflowComments } from '../../../src/render/workflow/workflow';
import { workflowText } from '../../../src/render/workflow/yaml';
import type { Plan, PlannedEvent } from '../../../src/tasks/plan/plan';
import type { PlanInput } from '../../../src/tasks/plan/plan-input';
import { draftsOnly, packaged, published, released } from '../../render/doc/published';
import { build } from '../../render/doc/several-jobs';

type Files = Readonly<Record<string, string>>;

function textOf(model: Model): string {
  return workflowText(renderWorkflow(model, loadScripts()), model.marker, workflowComments(model));
}

function planned(model: Model, event: PlannedEvent = push('v1.2.3'), files: Files = {}, changes: Partial<PlanInput> = {}): Plan {
  return planOf(event, { 'desktop.yml': textOf(model), ...files }, { models: [model], ...changes });
}

function publishing(model: Model, event?: PlannedEvent, files?: Files): readonly string[] {
  return planned(model, event, files).builds[0].publishing;
}

const on = (events: string) => workflow(['run: make'], events);
const app = Credential.githubApp({ clientId: { variable: 'APP_ID' }, privateKey: { secret: 'APP_KEY' } });
const platforms = [Platform.linuxX64({ run: ['make'], artifacts: ['out/*'] })];

test('a tag: where what is published, by which job, in order', () => {
  expect(publishing(published)).toEqual([
    'Job assemble makes and checks the files: out/*.AppImage, out/*.tgz, out/app.cdx.json, out/*.yml, !out/builder-debug.yml of linux-x64; out/*.exe, out/*.yml, out/*.blockmap, !out/builder-debug.yml of windows-x64; SHA256SUMS; build-manifest.json.',
    'Job attest attests where all of them come from and, by the SBOM *.cdx.json, what is in them; provenance.sigstore.json and sbom.sigstore.json become files of each release that is attested.',
    'Job npm: the package @acme/desktop on npm; before any release is public; staged until a maintainer approves it; dist-tag latest.',
    'Job pypi: the steps of Pypi; before any release is public.',
    "Job publish: a GitHub release in acme/releases; titled 'Desktop 1.2.3'; the latest, if no release of a matching tag has a higher version; notes from CHANGELOG.md; attested; "
    + 'updates by latest-linux.yml, latest.yml; workflows of acme/releases that listen to releases start.',
    "Job publish: a draft of a GitHub release in this repository; titled 'v1.2.3'; notes by GitHub; whoever publishes it starts the workflows that listen to releases.",
    'Job homebrew: the steps of Homebrew; when every release is public.',
    'Job follow-up: a run of site.yml in acme/site; on its default branch; when all other jobs have succeeded.',
  ]);
});

test('of a build without a release that becomes public, nothing is said of one', () => {
  expect(publishing(packaged).slice(1)).toEqual(['Job npm: the package @acme/desktop on npm; staged until a maintainer approves it; dist-tag latest.']);
  expect(publishing(draftsOnly).slice(1)).toEqual([
    'Job pypi: the steps of Pypi.',
    "Job publish: a draft of a GitHub release in this repository; titled 'v1.2.3'; notes by GitHub; whoever publishes it starts the workflows that listen to releases.",
    'Job announce: the steps of Announce.',
  ]);
});

test('a pre-release is one by its version, or as declared', () => {
  const [release] = released.publish;
  expect(publishing(released, push('v1.2.3-beta.1'))[1]).toContain("titled 'v1.2.3-beta.1'; a pre-release, which is never the latest");
  expect(publishing(released, push('v1.2.3rc1'))[1]).toContain("titled 'v1.2.3rc1'; a pre-release, which is never the latest; ");
  expect(publishing(released, push('vnext.a.b'))[1]).toContain("titled 'vnext.a.b'; a pre-release, which is never the latest (its tag holds no version); ");
  expect(publishing({ ...released, publish: [{ ...release, prerelease: 'never' } as typeof release] }, push('v1.2.3-beta.1'))[1]).toContain('; the latest, if');
});

test('a start on a branch makes the files, and publishes nothing', () => {
  const sentences = publishing(published, dispatch('main'));
  expect(sentences[0]).toMatch(/^Job assemble makes and checks the files: /);
  expect(sentences.slice(1).filter((sentence) => !/^Nothing by job [\w-]+, which is for .*: (?:its condition is false: needs.guard.outputs.real == 'true'|it needs .* do(?:es)? not run)\.$/.test(sentence))).toEqual([]);
  expect(sentences).toContain('Nothing by job publish, which is for a GitHub release in acme/releases: it needs attest, npm and pypi, which do not run.');
});

test('every job and step of it is as declared, with the script by its name, and the secrets that it is given', () => {
  const jobs = planned(published).builds[0].jobs.slice(-8);
  expect(jobs.map(({ id, origin, runs }) => `${id} ${origin} ${runs}`)).toEqual(
    ['assemble', 'attest', 'draft', 'npm', 'pypi', 'publish', 'homebrew', 'follow-up'].map((id) => `${id} declared yes`),
  );
  const [{ steps, secrets }] = jobs.find(({ id }) => id === 'publish')!.legs;
  expect(steps.at(-1)).toMatchObject({ origin: 'declared', scripts: ['tag-build-publish.mjs release publish'], commands: [], publishes: [] });
  expect(steps.find(({ checkout }) => checkout)!.checkout!.files).toEqual([PUBLISH_SCRIPT, 'CHANGELOG.md']);
  expect(secrets.map(({ name }) => name)).toEqual(['APP_KEY']);
  expect(jobs.find(({ id }) => id === 'homebrew')!.legs[0].secrets).toEqual([{ name: 'TAP_KEY', steps: ['Push the cask'] }]);
});

test('what was changed by hand is read, and not taken from the declaration', () => {
  const changed = parse(textOf(released)) as { jobs: Record<string, { steps: { run?: string }[] }> };
  changed.jobs.publish.steps.at(-1)!.run = 'gh release create "$TAG"';
  expect(publishing(released, push('v1.2.3'), { 'desktop.yml': stringify(changed) })).toEqual([
    expect.stringMatching(/^Job assemble/),
    "Job publish, 'Publish the release in this repository', seems to publish to a GitHub release.",
  ]);
});

const one = (target: PublishTarget) => build({ platforms, publish: [target] });
const whole = (target: PublishTarget): Model => ({ ...released, publish: one(target).publish });

describe('which workflows that starts', () => {
  const listening = { 'site.yml': on('release: {types: [published]}'), 'made.yml': on('release: {types: [created]}'), 'push.yml': on('push: {branches: [main]}') };
  const others = (model: Model, event?: PlannedEvent) => planned(model, event, listening).others.map(({ path, why }) => `${path.split('/').at(-1)}: ${why}`);

  test('none by the token of the workflow, which is said of those that wait for it', () => {
    expect(others(released)).toEqual([]);
    expect(publishing(released, push('v1.2.3'), listening).slice(1)).toEqual([
      expect.stringContaining('no workflow starts by it.'),
      ".github/workflows/site.yml listens to releases and does not start: GitHub starts nothing for what the workflow's own token does.",
    ]);
  });

  test('those that listen to a release, by an App', () => {
    expect(others(whole(PublishTarget.githubRelease({ credential: app })))).toEqual(["site.yml: it starts later, when job publish of 'Desktop' has made the release public"]);
  });

  test('none by a draft, by a release in another repository, or in a rehearsal', () => {
    expect(others(whole(PublishTarget.githubRelease({ credential: app, draftOnly: true })))).toEqual([]);
    expect(others(whole(PublishTarget.githubRelease({ credential: app, repository: 'acme/releases', latest: ReleaseFlag.NEVER })))).toEqual([]);
    expect(others(whole(PublishTarget.githubRelease({ credential: app })), dispatch('main'))).toEqual([]);
  });

  test('the one that a follow-up names', () => {
    const model = whole(FollowUp.workflow({ workflow: 'made.yml' }));
    expect(others(model)).toEqual(["made.yml: it starts later, by job follow-up of 'Desktop'"]);
    expect(others(model, dispatch('main'))).toEqual([]);
  });
});

describe('a workflow that is started afterwards', () => {
  const objections = (text: string | undefined, inputs: { [name: string]: string } = {}, repository?: string) => {
    const model = whole(FollowUp.workflow({ workflow: 'site.yml', inputs, repository, credential: repository ? app : undefined }));
    const files = new Map([[model.workflowPath, textOf(model)], [PUBLISH_SCRIPT, 'x']]);
    const others: Files = text === undefined ? {} : { 'site.yml': text };
    return planned(model, push('v1.2.3'), others, { publishScript: 'x', git: { ...CLEAN, files } }).objections.map(({ id, message }) => `${id}: ${message}`);
  };
  const job = 'jobs: { site: { runs-on: ubuntu-latest, steps: [{ run: make }] } }';
  const said = (why: string) => [`follow-up-cannot-start: .github/workflows/site.yml, which job follow-up starts when everything is public, ${why}.`];

  test.each<[string, string | undefined, { [name: string]: string }, string[]]>([
    ['is there', `on: workflow_dispatch\n${job}`, {}, []],
    ['has its inputs', `on: { workflow_dispatch: { inputs: { tag: { required: true }, flavor: { required: true, default: plain } } } }\n${job}`, { tag: '{tag}' }, []],
    ['is not there', undefined, {}, said('is not on disk')],
    ['does not listen', `on: push\n${job}`, {}, said('does not listen to workflow_dispatch')],
    ['has other inputs', `on: { workflow_dispatch: { inputs: { version: { required: true } } } }\n${job}`, { tag: '{tag}' },
      said('has no input tag and needs the input version')],
  ])('%s', (_what, text, inputs, expected) => {
    expect(objections(text, inputs)).toEqual(expected);
  });

  test('of another repository nobody can tell', () => {
    expect(objections(undefined, {}, 'acme/site')).toEqual([]);
  });
});

describe('the script that publishes counts as the workflow does', () => {
  const objections = (inCommit: string | undefined, onDisk: string | undefined, model = released) => {
    const files = new Map<string, string | undefined>([[model.workflowPath, textOf(model)], [PUBLISH_SCRIPT, inCommit]]);
    return planned(model, push('v1.2.3'), {}, { publishScript: onDisk, git: { ...CLEAN, files } }).objections.map(({ id, message }) => `${id}: ${message}`);
  };

  test('it must be in the commit, and the one on disk', () => {
    expect(objections('x', 'x')).toEqual([]);
    expect(objections(undefined, 'x')).toEqual([
      `workflow-not-in-commit: Commit ${COMMIT.slice(0, 7)} does not have ${PUBLISH_SCRIPT}, and its jobs take the script that publishes from the commit.`,
    ]);
    expect(objections('x', 'y')).toEqual([expect.stringMatching(/^workflow-differs: \.github\/workflows\/tag-build-publish\.mjs in commit/)]);
  });

  test('so does a file with notes, without which nothing is published', () => {
    const withNotes = (notes: string | undefined) => planned(published, push('v1.2.3'), {}, {
      publishScript: 'x', git: { ...CLEAN, files: new Map<string, string | undefined>([[PUBLISH_SCRIPT, 'x'], ['CHANGELOG.md', notes]]) },
    }).objections.map(({ id }) => id);
    expect(withNotes('# Changelog\n\n## [1.2.3] - 2026-11-25\n\n- It starts.\n')).toEqual([]);
    expect(withNotes(undefined)).toEqual(['notes-not-in-commit']);
    expect(withNotes('# Changelog\n\n## 1.2.2\n\n- It stops.\n')).toEqual(['version-not-in-changelog']);
    expect(withNotes('# Changelog\n\n## 1.2.3\n\n## 1.2.2\n\n- It stops.\n')).toEqual(['version-not-in-changelog']);
  });

  test('where nothing is published, nobody asks for it', () => {
    expect(objections(undefined, undefined, { ...released, publish: [] })).toEqual([]);
  });
});
