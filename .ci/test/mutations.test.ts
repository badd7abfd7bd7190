import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';
import { write } from '../../test/cases/harness';
import { bases, mutated } from '../../test/mutations/bases';
import { type Mutation, mutations } from '../../test/mutations/mutations';
import { attestScenarios } from '../act/attest-scenarios';
import { handedOnScenarios } from '../act/handed-on-scenarios';
import { releaseScenarios } from '../act/release-scenarios';
import { type Scenario, scenarios } from '../act/scenarios';
import { scenes } from '../act/scenes';
import { inNewWorld } from '../act/world';

/** By scene. */
const ALL = { studio: scenarios, ...handedOnScenarios, attested: attestScenarios, release: releaseScenarios };

const LINTERS = ['actionlint', 'zizmor'] as const;

const dir = mkdtempSync(join(tmpdir(), 'mutations-'));
after(() => rmSync(dir, { recursive: true }));

const findings = lintAll();

/** By file: every mutation's workflow, and the one as it is; all at once, because a linter takes longest to start. */
async function lintAll(): Promise<Map<string, { tool: string; rule: string }[]>> {
  const { lint } = await import('../linters.mjs');
  const sound = Object.entries(bases).map(([name, { workflowText }]) => [`${name}.yml`, workflowText]);
  const texts = Object.fromEntries([...mutations.map((mutation) => [fileOf(mutation), mutated(mutation)]), ...sound]);
  write(dir, texts);
  const found = lint(Object.keys(texts).map((file) => join(dir, file)));
  return new Map(Object.keys(texts).map((file) => [file, found.filter((finding) => basename(finding.file) === file)]));
}

function fileOf({ name }: Mutation): string {
  return `${name.replaceAll(' ', '-')}.yml`;
}

/** What is found in every tag build, and stands in the list of exceptions for it. */
const EXCEPTED = new Set(
  (JSON.parse(readFileSync(join(__dirname, '..', 'exceptions.json'), 'utf8')) as { rule: string; file?: string }[])
    .filter(({ file }) => file === undefined)
    .map(({ rule }) => rule),
);

async function noticing(file: string): Promise<string[]> {
  const tools = (await findings).get(file)!.filter(({ rule }) => !EXCEPTED.has(rule)).map(({ tool }) => tool);
  return LINTERS.filter((linter) => tools.includes(linter));
}

for (const name of Object.keys(bases)) {
  void test(`the linters have nothing against the workflow of ${name} as it is`, async () => {
    assert.deepEqual(await noticing(`${name}.yml`), []);
  });
}

for (const mutation of mutations) {
  void test(`${mutation.name}: the linters`, async () => {
    assert.deepEqual(await noticing(fileOf(mutation)), LINTERS.filter((linter) => mutation.caughtBy.includes(linter)));
  });
}

for (const mutation of mutations.filter(({ caughtBy }) => caughtBy.includes('act'))) {
  void test(`${mutation.name}: act`, async () => {
    const scene = (mutation.of ?? 'studio') as keyof typeof ALL;
    const happen: Scenario = Object.entries(ALL[scene]).find(([name]) => name.startsWith(`${mutation.scenario}: `))![1];
    await assert.rejects(inNewWorld((world) => happen(world, mutated(mutation)), scenes[scene]), assert.AssertionError);
  });
}
