import { legsOf, resultsOf } from '../../src/model/jobs';
import type { BuildJobModel, Model, PlatformModel } from '../../src/model/model';
import { publishes } from '../../src/model/publish';
import { platformId } from '../../src/model/steps';
import { loadScripts } from '../../src/outside/scripts';
import type { Job, WorkflowFile } from '../../src/render/workflow/workflow-file';

/** Behind the build and before anything is collected, on each leg that signs, by our script, and nobody passes over its failure. */
export function whatIsSignedIsProven({ jobs }: WorkflowFile, model: Model): string[] {
  return signed(legsOf(model)).filter(({ job, platform }) => !isProven(jobs[job.id], platform))
    .map(({ job, platform }) => `what ${job.id} signs on ${platform.name} is not proven`);
}

/** What each leg has proven arrives where the release is put together, and is taken for no other's. */
export function proofsAreHandedOn({ jobs }: WorkflowFile, model: Model): string[] {
  return signed(publishes(model) ? resultsOf(model) : []).filter(({ job, platform }) => {
    const output = `signing-${platformId(platform.name)}`;
    const { env } = jobs.assemble.steps.find(({ id }) => id === 'assemble')!;
    const line = `${job.id} ${platform.name} \${{ needs.${job.id}.outputs.${output} }}`;
    return jobs[job.id].outputs?.[output] !== `\${{ steps.prove-signing.outputs.${output} }}` || !env?.SIGNED?.split('\n').includes(line);
  }).map(({ job, platform }) => `what ${job.id} has proven on ${platform.name} does not arrive`);
}

function signed(legs: readonly { readonly job: BuildJobModel; readonly platform: PlatformModel }[]) {
  return legs.filter(({ platform }) => platform.signing.length);
}

function isProven({ steps, strategy }: Job, { name, proofs }: PlatformModel): boolean {
  const [lastBuild, at, collects] = [/^build(-|$)/, /^prove-signing$/, /^collect$/].map((wanted) => Math.max(...steps.map(({ id = '' }, index) => wanted.test(id) ? index : -1)));
  const { if: condition = "matrix.proofs != ''", 'continue-on-error': passes, env, run = '' } = steps[at] ?? {};
  const lines = String(strategy?.matrix.include.find(({ platform }) => platform === name)?.proofs).split('\n');
  const { say, artifacts, proveMacos, proveWindows, proveMinisign, proveSigning } = loadScripts();
  const parts = { macos: proveMacos, windows: proveWindows, minisign: proveMinisign };
  return lastBuild < at && at < collects
    && condition === "matrix.proofs != ''" && !passes && env?.PROOFS === '${{ matrix.proofs }}'
    && run.startsWith([say, artifacts].join('\n')) && run.endsWith(proveSigning) && proofs.every(({ kind }) => run.includes(parts[kind]))
    && lines[0] === `output signing-${platformId(name)}` && proofs.every(({ signing, kind }) => lines.join('\n').includes(`\nsigning ${signing}\nkind ${kind}\n`));
}
