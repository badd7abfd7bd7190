import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { said, seeing } from './seeing';
import { APP_CHECKS } from '../../src/apps/app-check-list';
import { appChecks } from '../../src/apps/app-checks';
import * as appConfiguration from '../cases/app-configuration/declaration';
import type { Case } from '../cases/case';
import { platform } from '../render/models';
import { printed, problemsIn } from '../rules/printed';

const CASES = join(__dirname, '..', 'cases');
const IDS: readonly string[] = appChecks.map(({ id }) => id);

test('the checks are those of the list, in its order', () => {
  expect(IDS).toEqual(Object.keys(APP_CHECKS));
});

const FILES = [...new Set(appChecks.flatMap((check) => check.files(seeing({}).model, seeing({}).job)))];

test.each(readdirSync(CASES, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name))('nothing is said of the case %s', (name) => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- every folder is a case
  const declared = require(join(CASES, name, 'declaration')) as Case;
  expect(problemsIn(printed(declared)).filter(({ rule }) => IDS.includes(rule))).toEqual([]);
});

test('what the case app-configuration switches off would be said', () => {
  const { declare, ...declared } = appConfiguration;
  expect(problemsIn(printed({ ...declared, declare: (project) => { declare(project, {}); } }))).toEqual([{
    rule: 'electron-builder-artifact-missing',
    says: [
      "platforms[0] linux-x64: electron-builder makes 'rpm' as release/notes-*-*.rpm, and no artifact pattern matches it: there are 'release/*.AppImage', 'release/notes-*.deb' and 'release/*.yml'.",
      "Add 'release/notes-*-*.rpm' to artifacts, or let electron-builder not make it.",
    ],
  }]);
});

/** Commands of every tool that is known. */
const RUN = ['npm run dist', 'npx electron-builder -mwl', 'npx electron-forge make', 'npx electron-forge publish', 'cargo tauri build', 'npx tauri bundle -b deb'];
const HOSTILE: readonly unknown[] = [
  '', '{', 'null', '[]', '"text"', '{}', '\u0000', 'a: &a [*a]', '[['.repeat(5_000),
  Object.fromEntries(['scripts', 'build', 'config', 'identifier', 'bundle', 'plugins', 'dependencies', 'devDependencies', 'mac', 'linux', 'win', 'publish', 'directories', 'extends'].flatMap((key) => [[key, 7]])),
  { scripts: { dist: ['a'] }, build: { linux: [], mac: { target: [[], null, { target: {} }] }, directories: { output: {} }, artifactName: '*'.repeat(5_000), publish: [null, 7, [[]]] }, config: { forge: { makers: [null, 7, { name: [] }, { name: '@electron-forge/maker-constructor', platforms: {} }], publishers: 7, outDir: [] } } },
  { identifier: ['a'], bundle: { active: 'yes', targets: { a: 1 }, createUpdaterArtifacts: {} }, build: { beforeBuildCommand: 7, beforeBundleCommand: { script: [] } }, plugins: { updater: [] } },
  { identifier: '\u001b[2J', bundle: { active: true, targets: ['__proto__', 'constructor', 'deb'], createUpdaterArtifacts: true }, build: { beforeBuildCommand: `npm run ${'"'.repeat(10_000)}` } },
  { scripts: { dist: `${'a && '.repeat(20_000)}electron-builder`, predist: '('.repeat(10_000) }, build: { artifactName: '${'.repeat(3_000), linux: { target: 'toString' } } },
];

test.each(appChecks)('$id is not shaken by anything in the files', (check) => {
  const platforms = (['linux', 'macos', 'windows', 'other'] as const).map((system) => platform({ name: system, system, run: RUN, artifacts: ['dist/*', '**/[a-', '!x'] }));
  for (const content of HOSTILE) {
    for (const finding of said(check, seeing(Object.fromEntries(FILES.map((file) => [file, content])), { platforms }))) {
      expect(finding.length).toBeLessThan(50_000);
    }
  }
});

test('what a check reads is named relative to the working directory', () => {
  expect(FILES.filter((file) => !/^(?:\.\.\/)*[\w.-]+(?:\/[\w.-]+)*$/.test(file))).toEqual([]);
});
