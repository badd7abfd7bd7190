import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runDoctor, useFakeGitHub, userEnv } from './examine';
import type { ModelFile } from '../../../src/model/model-file';
import { PUBLISH_SCRIPT } from '../../../src/model/publish';
import { readIfThere } from '../../../src/outside/files';
import { addList, addRepository, addSettings } from '../../support/fake-github-doctor';
import { message } from '../../support/github-answers';
import { expectGolden } from '../../support/golden';

const ROOT = join(__dirname, '..', '..', '..');
const OWN = 'AutoByteus/autobyteus-desktop';
const WEB = 'AutoByteus/autobyteus-web';

const github = useFakeGitHub();

/** A day on which half of the reference build is set up: what its author sees before the first tag. */
function halfReady(): void {
  const scripts = { 'build:electron:linux': '', 'build:electron:windows': '', 'build:electron:mac': '' };
  addRepository(github(), OWN, { private: true });
  addSettings(github(), OWN);
  addRepository(github(), WEB, { files: { 'package.json': JSON.stringify({ scripts }) } });
  addRepository(github(), 'AutoByteus/autobyteus-server-ts', { private: true });
  const library = {
    'package.json': '{"dependencies":{"openai":"^6.0.0"}}',
    'pnpm-lock.yaml': "lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n      openai:\n        specifier: ^5.0.0\n        version: 5.1.0\n",
  };
  addRepository(github(), 'AutoByteus/autobyteus-ts', { files: library });
  addList(github(), `/repos/${OWN}/actions/secrets`, 'secrets', [
    { name: 'CI_REPO_READ_TOKEN', updated_at: '2026-10-13T12:00:00Z' },
    { name: 'APPLE_TEAM_ID', updated_at: '2026-10-13T12:00:00Z' },
  ]);
  github().on({ path: `/repos/${OWN}/actions/permissions` }, message(403, 'Resource not accessible by personal access token'));
}

test('the reference build, half set up', async () => {
  halfReady();
  const { builds } = JSON.parse(readFileSync(join(ROOT, '.projen/tag-builds.json'), 'utf8')) as ModelFile;
  const files = Object.fromEntries(builds.flatMap(({ model }) => [model.workflowPath, PUBLISH_SCRIPT, model.setupDoc.path, model.readme.path])
    .map((path) => [path, readIfThere(join(ROOT, path)) ?? '']));
  const { code, output } = await runDoctor({ ...userEnv(github()), GITHUB_REPOSITORY: OWN }, { builds, files });

  expectGolden(join(__dirname, 'reference.golden'), output.replace(github().apiUrl, 'https://api.github.com'));
  expect(code).toBe(1);
});
