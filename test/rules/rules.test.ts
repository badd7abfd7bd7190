import { printed, problemsIn } from './printed';
import { appRows } from './rows/apps';
import { buildRows } from './rows/build';
import { dependencyRows } from './rows/dependencies';
import { electronMacRows } from './rows/electron-mac';
import { jobRows } from './rows/jobs';
import { optionRows } from './rows/options';
import { otherReleaseRows } from './rows/other-releases';
import { packageFileRows } from './rows/package-files';
import { platformRows } from './rows/platforms';
import { prismaRows } from './rows/prisma';
import { publishRows } from './rows/publish';
import { publishScriptRows } from './rows/publish-script';
import { rehearseRows } from './rows/rehearse';
import { repositoryRows } from './rows/repositories';
import { secretRows } from './rows/secrets';
import { setupRows } from './rows/setup';
import { signingRows } from './rows/signing';
import { signingVariableRows } from './rows/signing-variables';
import { toolRows } from './rows/tools';
import { twinRows } from './rows/twins';
import { updaterFileRows } from './rows/updater-files';
import { updaterRows } from './rows/updaters';
import { versionRows } from './rows/versions';
import { everyRule } from '../../src/rules/rules';

const ROWS = [
  ...optionRows, ...buildRows, ...jobRows, ...repositoryRows, ...platformRows, ...secretRows, ...signingRows, ...publishRows, ...publishScriptRows,
  ...otherReleaseRows, ...updaterRows, ...updaterFileRows, ...electronMacRows, ...prismaRows, ...signingVariableRows, ...twinRows,
  ...toolRows, ...setupRows, ...versionRows, ...rehearseRows, ...appRows, ...packageFileRows, ...dependencyRows,
];
const IDS = everyRule().map(({ id }) => id);

test('ids are different words in kebab case', () => {
  expect(new Set(IDS).size).toBe(IDS.length);
  expect(IDS.filter((id) => !/^[a-z]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
});

test('each rule is hit by a row and has a near miss', () => {
  expect([...new Set(ROWS.map(({ rule }) => rule))].sort()).toEqual([...IDS].sort());
  expect(IDS.filter((id) => !ROWS.some(({ rule, good }) => rule === id && good))).toEqual([]);
});

test.each(ROWS)('$rule: $says.0', ({ rule, bad, says }) => {
  const problems = problemsIn(printed(bad));
  // the fixed scripts are part of a workflow's size, and they change
  expect(problems.flatMap((problem) => problem.says.map((line) => line.replace(/\d{6} bytes/, 'N bytes')))).toEqual(says);
  expect(new Set(problems.map((problem) => problem.rule))).toEqual(new Set([rule]));
});

test.each(ROWS.filter(({ good }) => good))('$rule lets the near miss pass', ({ good }) => {
  expect(printed(good!)).toBe('');
});
