import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlannedLeg } from '../../src/publish/contract';
import { bundlesOf } from '../../src/publish/updaters/tauri/bundles';
import { kindOfUpdater } from '../../src/updaters/kind-of-updater';
import { platform } from '../render/models';

/** A leg's proof, what is collected and what makes latest.json know the same bundles, each in its own language. */

const SCRIPT = readFileSync(join(__dirname, '..', '..', 'assets', 'prove-minisign.sh'), 'utf8');
const PROVEN = /case \$1 in\s+(?<endings>[^)]+)\)/.exec(SCRIPT)!.groups!.endings.split('|').map((one) => one.trim().slice(1));

const leg: PlannedLeg = { job: 'build', platform: 'any', name: 'any', patterns: [], unneeded: [], root: '', allowedToFail: '', signings: [] };
const targets = ['linux-x86_64', 'darwin-aarch64', 'windows-x86_64'];

test('the bundles are found in the script', () => {
  expect(PROVEN).toContain('.app.tar.gz');
  expect(PROVEN).toHaveLength(9);
});

test.each(PROVEN)('the signature of %s is collected', (ending) => {
  const { name, system } = platform();
  expect(kindOfUpdater({ kind: 'tauri' }).collected({ kind: 'tauri' }, { name, system, artifacts: [`out/App${ending}`] })).toEqual([`out/App${ending}.sig`]);
});

test.each(PROVEN)('%s is what an app can be installed from', (ending) => {
  const files = [`App${ending}`, `App${ending}.sig`].map((path) => ({ leg, path, name: path, size: 1, isFile: true }));
  const { bundles, problems } = bundlesOf({ job: 'build', platform: 'any', targets }, files);
  expect([bundles.map(({ file }) => file.path), problems]).toEqual([[`App${ending}`], []]);
});

test('nothing else is', () => {
  const files = ['.zip', '.dmg', '.tar.gz', '.apk'].map((ending) => ({ leg, path: `App${ending}`, name: `App${ending}`, size: 1, isFile: true }));
  expect(bundlesOf({ job: 'build', platform: 'any', targets }, files)).toMatchObject({ bundles: [], problems: [] });
});
