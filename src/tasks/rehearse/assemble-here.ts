import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Rehearsal } from './act-run';
import { runName } from '../../github/names';
import type { Leg } from '../../model/jobs';
import { PUBLISH_SCRIPT } from '../../model/publish';
import { fileIn } from '../../outside/checkout';
import { output, run } from '../../outside/program';
import { LEGS, RECORD, type ReleaseSet, SET } from '../../publish/contract';
import { assemblePlan } from '../../render/workflow/assemble-job';

/** What came of it: the record of the set, or what speaks against it. */
export type Assembled = { readonly set: ReleaseSet } | { readonly problem: string };

/**
 * Makes the set that would become public of what was built here, by the script that a run takes. It
 * is told of no token, and of no leg that was not built here.
 */
export async function assembleHere(rehearsal: Rehearsal, clone: string, store: string): Promise<Assembled> {
  const script = fileIn(clone, PUBLISH_SCRIPT);
  if (!existsSync(script)) {
    return { problem: `the commit has no ${PUBLISH_SCRIPT}; run "npx projen" and commit what it writes` };
  }
  const root = path.join(rehearsal.work, 'set');
  mkdirSync(root);
  rehearsal.legs.filter(({ job }) => job.artifacts === 'result').forEach((leg) => download(leg, runName(rehearsal.branch), store, root));
  const { code, stdout, stderr } = await run(process.execPath, [script, 'assemble'], { root, env: await environment(rehearsal, clone) });
  return code === 0
    ? { set: JSON.parse(readFileSync(path.join(root, SET, RECORD), 'utf8')) as ReleaseSet }
    : { problem: (stdout + stderr).replace(/^::\w+ title=(.*?)::/gm, '$1: ').trim() };
}

/** As actions/download-artifact does: without what the patterns of the upload have in common. */
function download({ job, platform }: Leg, name: string, store: string, root: string): void {
  const artifact = `${platform.artifactName}-${name}`;
  const common = path.join(store, 'roots', artifact);
  if (existsSync(common)) {
    cpSync(path.join(store, 'files', artifact, readFileSync(common, 'utf8')), path.join(root, LEGS, job.id, platform.name), { recursive: true });
  }
}

/** Other repositories and signatures are left out: nobody keeps the record of a rehearsal, and each leg has proven itself what it signs. */
async function environment({ model, legs, branch, repository, context }: Rehearsal, clone: string): Promise<Record<string, string>> {
  const plan = assemblePlan(model);
  const wanted = plan.legs.filter((one) => legs.some(({ job, platform }) => job.id === one.job && platform.name === one.platform));
  // which leg makes the SBOM nobody has declared
  const sbom = wanted.length === plan.legs.length ? plan.sbom : '';
  return {
    PLAN: JSON.stringify({ ...plan, legs: wanted.map((leg) => ({ ...leg, signings: [] })), sbom, repositories: plan.repositories.filter(({ name }) => name === '') }),
    REAL: 'false',
    TAG: '',
    NAME: runName(branch),
    VERSION: '',
    PRERELEASE: 'false',
    GITHUB_REPOSITORY: repository,
    GITHUB_REF_NAME: branch,
    GITHUB_SHA: await output('git', ['rev-parse', 'HEAD'], { root: clone, env: context.env }),
    GITHUB_RUN_ID: '0',
    GITHUB_SERVER_URL: 'https://github.com',
  };
}
