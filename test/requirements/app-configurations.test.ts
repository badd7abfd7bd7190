import { type Overrides, platform, repository } from '../render/models';
import { addRepository, rawFile } from '../support/fake-github-doctor';
import { json } from '../support/github-answers';
import { findingsOf, OWN, useFakeGitHub } from '../tasks/doctor/examine';

const github = useFakeGitHub();
const WEB = 'acme/web';
const ELSEWHERE: Overrides = { repositories: [repository({ name: WEB, path: 'web', ref: 'v1' })], workingDirectory: 'web/app', platforms: [platform({ name: 'linux-x64', script: 'dist', run: ['npm run dist'] })] };
const names = (...all: string[]) => json(200, all.map((name) => ({ name })));

/** What lies at a path of the other repository. */
function at(path: string, reply: Parameters<ReturnType<typeof github>['on']>[1]): void {
  github().on({ path: `/repos/${WEB}/contents${path}?ref=v1` }, reply);
}

function publishing(): void {
  at('', names('app', 'README.md'));
  at('/app', names('package.json', 'electron-builder.yml'));
  at('/app/package.json', rawFile('{ "scripts": { "dist": "electron-builder" } }'));
  at('/app/electron-builder.yml', rawFile('publish: github'));
}

beforeEach(() => {
  addRepository(github(), OWN);
  addRepository(github(), WEB);
});

async function look(overrides: Overrides = ELSEWHERE) {
  return findingsOf('app-configurations', github(), overrides);
}

test('files of another repository are looked at as rules do here', async () => {
  publishing();
  expect(await look()).toMatchObject([{
    subject: WEB,
    status: 'unknown',
    detail: "linux-x64: 'electron-builder' of the script 'dist' publishes by itself when a tag is built: publish in electron-builder.yml names github (electron-builder-publishes)",
    fix: 'Add --publish never: what is built here is published when all platforms are done.',
  }]);
});

test('a check that is switched off is not made', async () => {
  publishing();
  expect(await look({ ...ELSEWHERE, ignore: { 'electron-builder-publishes': 'It is meant to.' } })).toMatchObject([{ status: 'ok' }]);
});

test('nothing is said of what is as it should be, or not there', async () => {
  at('', names('app'));
  at('/app', names('package.json'));
  at('/app/package.json', rawFile('{ "scripts": { "dist": "make" } }'));
  expect(await look()).toMatchObject([{ status: 'ok', detail: `nothing in app in ${WEB} speaks against the build` }]);
  expect(await look({ ...ELSEWHERE, workingDirectory: 'web/none' })).toMatchObject([{ status: 'ok', detail: `none that is looked at lies in none in ${WEB}` }]);
});

test('nobody can tell where GitHub does not show it', async () => {
  github().on({ path: `/repos/${WEB}` }, json(404, { message: 'Not Found' }));
  expect(await look()).toMatchObject([{ status: 'unknown', detail: 'GitHub does not show it to you (404)' }]);
});

test('files that others tell are looked at, too', async () => {
  at('', names('app', '.gitignore'));
  at('/app', names('package.json'));
  at('/app/package.json', rawFile('{ "scripts": { "dist": "bash scripts/pack.sh" } }'));
  at('/.gitignore', rawFile('/dist'));
  expect(await look()).toMatchObject([{ status: 'unknown', detail: "package.json: script 'dist' runs 'scripts/pack.sh', which is not in the repository (script-file-missing)" }]);
  at('/app', names('package.json', 'scripts'));
  at('/app/scripts', names('pack.sh'));
  at('/app/scripts/pack.sh', rawFile('make'));
  expect(await look()).toMatchObject([{ status: 'ok' }]);
});

test('it is for rules where the app lies here', async () => {
  expect(await look({})).toEqual([]);
});
