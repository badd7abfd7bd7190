import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signatures } from './make-signatures';
import { accept, type App, find } from '../../test/publish/tauri/plugin';
import { CONFIG, CONFIGURATION, leftByAll, made } from '../../test/publish/tauri/tauri-scene';

const signed = signatures();
const { publicKey: pubkey } = signed;
const legs = leftByAll(signed);
const workspace = { [CONFIG]: JSON.stringify({ ...CONFIGURATION, plugins: { updater: { pubkey } } }) };

void test('what Tauri has just signed is published, and apps accept it', async () => {
  const { said, latest, release } = await made({ legs, workspace });
  assert.deepEqual(said, []);
  const { platforms } = JSON.parse(latest);
  for (const key of Object.keys(platforms)) {
    const [os, arch, installer] = key.split('-') as [App['os'], App['arch'], App['installer']];
    const app: App = { os, arch, installer, pubkey, requireSignedVersion: true };
    const found = find(latest, app);
    accept(release[decodeURIComponent(found.url.split('/').at(-1)!)], found, app);
  }
  assert.equal(Object.keys(platforms).length, 15);
});

void test('with one byte more of each file nothing is', async () => {
  const changed = Object.fromEntries(Object.entries(legs).map(([leg, left]) =>
    [leg, Object.fromEntries(Object.entries(left).map(([path, content]) => [path, path.endsWith('.sig') ? content : `${content}.`]))]));
  const { said } = await made({ legs: changed, workspace });
  assert.deepEqual(said.map((line) => line.split(':')[1].trim()), Array(13).fill('A signature is of another file'));
});

void test('nor is it with the key of somebody else', async () => {
  const { said } = await made({ legs });
  assert.deepEqual(said.map((line) => line.split(':')[1].trim()), Array(13).fill('An update is signed with another key'));
});
