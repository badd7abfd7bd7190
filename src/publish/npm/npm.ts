import { runNpm } from './run-npm';
import { type Tarball, tarballOf } from './tarball';
import { distTagOf, npmVersionProblem } from './versions';
import type { NpmPlan } from '../contract';
import { readPlan } from '../inputs';
import { fail, log, say } from '../report';
import { readRun, type Run } from '../run';

/**
 * Publishes a package by trusted publishing: npm asks GitHub who this job is, and its registry
 * whether that one may. It makes the provenance itself.
 *
 * @see https://docs.npmjs.com/trusted-publishers
 * @see https://docs.npmjs.com/staged-publishing
 */
export async function npm(): Promise<void> {
  const run = readRun();
  const target = readPlan<NpmPlan>('TARGET');
  await mustBeNewEnough(target);
  const tarball = await tarballOf(target, run);
  if (await isPublished(target, tarball)) {
    say({ level: 'notice', id: 'npm-has-the-version-already', text: `npm has ${target.package} ${tarball.version} already, with the same content. Nothing was sent.` });
    return;
  }
  await send(run, target, tarball);
}

async function mustBeNewEnough({ staged }: NpmPlan): Promise<void> {
  const { json } = await runNpm('version');
  const problem = npmVersionProblem(String((json as { npm?: string } | undefined)?.npm), staged);
  if (problem) {
    fail('npm-is-too-old', problem);
  }
}

/** Whether the version is there, and the same. A package that this job may not see counts as not there: npm decides then. */
async function isPublished(target: NpmPlan, { version, integrity }: Tarball): Promise<boolean> {
  const { succeeded, json, error } = await runNpm('view', `${target.package}@${version}`, 'dist.integrity');
  if (!succeeded && error.code !== 'E404') {
    fail('npm-does-not-answer', `npm could not be asked for ${target.package} ${version}: ${error.code} ${error.summary}. Choose "Re-run failed jobs".`);
  }
  if (!succeeded || json === undefined) {
    return false;
  }
  return json === integrity || fail(
    'npm-has-another-file-of-the-version',
    `npm has ${target.package} ${version} with ${String(json)}; this run built ${integrity}. A published version cannot be replaced: raise the version, and push the next tag.`,
  );
}

async function send(run: Run, target: NpmPlan, tarball: Tarball): Promise<void> {
  const { succeeded, json, error } = await runNpm(...target.staged ? ['stage', 'publish'] : ['publish'], tarball.path, '--tag', distTagOf(tarball.version, target.distTag));
  const name = `${target.package} ${tarball.version}`;
  if (succeeded) {
    return target.staged ? sayStaged(name, stageIdIn(json, target)) : log(`${name} is published.`);
  }
  if (target.staged && error.code === 'E409') {
    return say({ level: 'warning', id: 'a-version-waits-for-approval', text: `npm holds ${name} staged already, from an earlier attempt. This run built ${tarball.integrity}: compare it by "npm stage list" and "npm stage view", then approve or reject it.` });
  }
  // the answer may have been lost on its way
  if (!await isPublished(target, tarball)) {
    fail('npm-refuses-the-package', refusal(run, target, error.code, error.summary));
  }
}

function stageIdIn(json: unknown, target: NpmPlan): string {
  const id = (json as Record<string, { stageId?: unknown }> | undefined)?.[target.package]?.stageId;
  return typeof id === 'string' && /^[\w-]{1,100}$/.test(id) ? id : '';
}

function sayStaged(name: string, id: string): void {
  say({ level: 'notice', id: 'a-version-waits-for-approval', text: `${name} is staged${id && ` as ${id}`}, and not public yet. A maintainer of the package approves it with a second factor: on npmjs.com, among the staged packages, or by "npm stage approve ${id || '<id>'}"${id && `, after "npm stage view ${id}"`}.` });
}

function refusal({ repository }: Run, { package: name, staged }: NpmPlan, code: string, summary: string): string {
  const [, file = 'of this run'] = /\/\.github\/workflows\/([^@]+)@/.exec(process.env.GITHUB_WORKFLOW_REF ?? '') ?? [];
  return `npm refused ${name}: ${code} ${summary}. The package must exist, and its settings on npmjs.com name as trusted publisher ${repository} with the workflow file ${file}, the environment of the job, and the right to ${staged ? 'stage' : 'publish'}. Correct them there, and choose "Re-run failed jobs".`;
}
