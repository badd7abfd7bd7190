import { docUrl, GUARD, GUARD_FACTS, guardOutput } from './guard-job';
import { ASSEMBLE, ATTEST } from './job-ids';
import { secretLines, secretStates } from './secret-env';
import { pinned } from '../../github/pins';
import { resultsOf } from '../../model/jobs';
import type { Model, PublishTargetModel, StepModel } from '../../model/model';
import { attests, bundlesName, PUBLISH_SCRIPT, secretsOfTargets, setName } from '../../model/publish';
import { ATTESTATION_SUMS, ATTESTATIONS, type AttestMode, type Command, RECORD_SUM, type ReleaseMode, SET } from '../../publish/contract';
import type { Scripts } from '../../text/scripts';

/** The condition of every job that publishes. */
export const IF_REAL = `needs.${GUARD}.outputs.real == 'true'`;

/** What the publish script is told in each of its jobs. */
export function scriptEnv(model: Model): Record<string, string> {
  return {
    ...Object.fromEntries(GUARD_FACTS.map((name) => [name.toUpperCase(), guardOutput(name)])),
    DOC_URL: docUrl(model),
  };
}

/** For the jobs that publish its files: what proves that the set is the one that was assembled. */
export function setEnv(model: Model): Record<string, string> {
  return { ...scriptEnv(model), RECORD_SHA256: `\${{ needs.${ASSEMBLE}.outputs.${RECORD_SUM} }}` };
}

/** For the jobs that make releases: what proves that the bundles are those that were made, where there are any. */
export function bundlesEnv(model: Model): Record<string, string> {
  return attests(model) ? { ATTESTATION_SUMS: `\${{ needs.${ATTEST}.outputs.${ATTESTATION_SUMS} }}` } : {};
}

/** The artifact that holds the verified set, as the jobs that need the guard name it. */
export function setArtifact(model: Model): string {
  return `${setName(model)}-${guardOutput('name')}`;
}

/** The artifact that holds what attests the files of the set. */
export function bundlesArtifact(model: Model): string {
  return `${bundlesName(model)}-${guardOutput('name')}`;
}

/** Days for which GitHub keeps the set: as long as any of what it was made of. */
export function setRetention(model: Model): number {
  return Math.max(...resultsOf(model).map(({ job }) => job.retentionDays));
}

/**
 * The publish script, and files of this repository that it reads. Nothing else is checked out.
 *
 * @see https://github.com/actions/checkout#fetch-only-a-single-file
 */
export function checkoutScript(files: readonly string[] = []): StepModel {
  return {
    name: 'Check out the publish script',
    id: 'checkout-script',
    uses: pinned('actions/checkout'),
    with: {
      'sparse-checkout': [PUBLISH_SCRIPT, ...files].map(sparsePattern).join('\n'),
      'sparse-checkout-cone-mode': false,
      'persist-credentials': false,
    },
  };
}

/** In the syntax of .gitignore. The action trims each line; `?` is any one character. */
function sparsePattern(file: string): string {
  return `/${file.replace(/[\\*?[\]\s]/g, '?')}`;
}

export function downloadSet(model: Model): StepModel {
  return {
    name: 'Download the files of the release',
    id: 'download-set',
    uses: pinned('actions/download-artifact'),
    with: { name: setArtifact(model), path: SET },
  };
}

export function downloadBundles(model: Model): StepModel[] {
  return attests(model) ? [{
    name: 'Download what attests them',
    id: 'download-bundles',
    uses: pinned('actions/download-artifact'),
    with: { name: bundlesArtifact(model), path: ATTESTATIONS },
  }] : [];
}

/** A step that runs the publish script. */
export function callScript(step: StepModel, command: Command, mode?: ReleaseMode | AttestMode): StepModel {
  return { ...step, run: ['node', PUBLISH_SCRIPT, command, ...mode ? [mode] : []].join(' ') };
}

/** What a job's environment holds is seen by the job alone, and checked there. */
export function checkSecrets(model: Model, targets: readonly PublishTargetModel[], environment: string, scripts: Scripts): StepModel[] {
  const secrets = secretsOfTargets(model, targets).filter(({ environments }) => environments.length);
  return secrets.length ? [{
    name: 'Check the secrets of the environment',
    id: 'check-secrets',
    env: {
      REQUIRED_OUTPUTS: GUARD_FACTS.map((name) => `${name}=${guardOutput(name)}`).join('\n'),
      ENVIRONMENT: environment,
      SECRETS: secretLines(secrets),
      ...secretStates(secrets),
      DOC_URL: docUrl(model),
    },
    run: [scripts.say, scripts.report, scripts.secrets, scripts.leg].join('\n'),
  }] : [];
}

/** A plan as the script reads it, with a line for each key, and for each element of a list. */
export function planText(plan: object): string {
  const lines = Object.entries(plan).map(([key, value]) => `  ${JSON.stringify(key)}: ${valueText(value)}`);
  return `{\n${lines.join(',\n')}\n}`;
}

function valueText(value: unknown): string {
  return Array.isArray(value) && value.length
    ? `[\n${value.map((element) => `    ${JSON.stringify(element)}`).join(',\n')}\n  ]`
    : JSON.stringify(value);
}
