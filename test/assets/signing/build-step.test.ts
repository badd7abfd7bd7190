import { parse } from 'yaml';
import { answerWith, verdict, XCRUN } from './apple';
import { apiKey } from './keys';
import { SigningScene } from './scene';
import type { StepModel } from '../../../src/model/model';
import { filesOf } from '../../cases/harness';
import * as signed from '../../cases/signed/declaration';

const files = filesOf(signed);
const key = apiKey();

let scene: SigningScene;
beforeEach(() => {
  scene = new SigningScene();
});
afterEach(() => scene.remove());

/** The build step of a leg as the workflow has it, with these secrets and no others. */
function build(workflow: string, step: string, secrets: Record<string, string>, artifacts = '') {
  const steps: StepModel[] = parse(files[`.github/workflows/${workflow}.yml`]).jobs.build.steps;
  const { run, env = {} } = steps.find(({ id }) => id === step)!;
  const valueOf = (text: string) => text === '${{ matrix.artifacts }}' ? artifacts : text.replace(/\$\{\{ secrets\.(\w+) }}/g, (_, name: string) => secrets[name] ?? '');
  return scene.runText(run!, Object.fromEntries(Object.entries(env).map(([name, text]) => [name, valueOf(text)])));
}

/** Prints variables of the build as JSON. */
function printing(...names: string[]): string {
  return `node -p 'JSON.stringify([${names.map((name) => `process.env.${name} ?? null`)}])'`;
}

describe('Tauri on macOS', () => {
  const names = ['APPLE_CERTIFICATE', 'APPLE_API_KEY', 'APPLE_API_KEY_PATH', 'TAURI_SIGNING_PRIVATE_KEY', 'TAURI_SIGNING_PRIVATE_KEY_PASSWORD'];
  const bundle = 'src-tauri/target/release/bundle/dmg';

  beforeEach(() => {
    scene.standIn('xcrun', XCRUN);
    scene.standIn('npx', `${printing(...names)}\nmkdir -p ${bundle} && touch ${bundle}/App.dmg`);
    answerWith(scene, 'validate App.dmg', { code: 65 });
    answerWith(scene, 'submit', verdict('Accepted'));
    answerWith(scene, 'staple App.dmg', {});
  });

  it('is given its files, and its disk image is notarized', async () => {
    const secrets = { APPLE_CERTIFICATE: 'c', APPLE_CERTIFICATE_PASSWORD: 'p', APPLE_API_KEY_PATH: key, APPLE_API_KEY: 'ID', APPLE_API_ISSUER: 'I', TAURI_SIGNING_PRIVATE_KEY: 'k' };
    const run = await build('player', 'build-macos-arm64', secrets, `${bundle}/*.dmg`);
    expect(run).toMatchObject({ code: 0, stderr: '', leftovers: [] });
    expect(JSON.parse(run.stdout.split('\n')[0])).toEqual(['c', 'ID', expect.stringMatching(/\/AuthKey\.p8$/), 'k', '']);
    expect(scene.calls('xcrun').map((call) => call.split(' ')[2])).toEqual(['validate', 'submit', 'staple']);
  });

  it('sees none of the variables where the secrets are absent, and Apple is not asked', async () => {
    const run = await build('player', 'build-macos-arm64', { TAURI_SIGNING_PRIVATE_KEY: 'k' }, `${bundle}/*.dmg`);
    expect(run).toMatchObject({ code: 0, stderr: '', leftovers: [] });
    expect(JSON.parse(run.stdout)).toEqual([null, null, null, 'k', '']);
    expect(scene.calls('xcrun')).toEqual([]);
  });
});

it('Tauri on Windows does without a certificate', async () => {
  scene.standIn('npx', printing('WINDOWS_CERTIFICATE', 'TAURI_SIGNING_PRIVATE_KEY'));
  const run = await build('player', 'build-windows-x64', { TAURI_SIGNING_PRIVATE_KEY: 'k' });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(run.stdout)).toEqual([null, 'k']);
});

it('electron-builder on macOS notarizes by itself, with a file that is no longer there', async () => {
  scene.standIn('npm', `${printing('APPLE_API_KEY', 'CSC_LINK', 'CSC_FOR_PULL_REQUEST')}; cp "$APPLE_API_KEY" '${scene.file('key')}'; exit 2`);
  const run = await build('studio', 'build-macos-arm64', { CSC_LINK: 'c', CSC_KEY_PASSWORD: 'p', APPLE_API_KEY: key, APPLE_API_KEY_ID: 'ID', APPLE_API_ISSUER: 'I' });
  expect(run).toMatchObject({ code: 2, leftovers: [] });
  expect(JSON.parse(run.stdout)).toEqual([expect.stringMatching(/\/AuthKey\.p8$/), 'c', 'true']);
  expect(scene.read('key')).toBe(`${key.trimEnd()}\n`);
});

it('electron-builder on Windows is not run where Azure could not be asked', async () => {
  scene.standIn('npm', 'exit 0');
  const run = await build('studio', 'build-windows-x64', { AZURE_TENANT_ID: 't', AZURE_CLIENT_ID: 'c' });
  expect(run).toMatchObject({ code: 1, annotations: [{ title: 'GitHub gave no identity token' }] });
  expect(scene.calls('npm')).toEqual([]);
});
