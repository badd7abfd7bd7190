import { docUrl } from './guard-job';
import { secretStates } from './secret-env';
import { secretsGivenTo } from '../../model/jobs';
import type { BuildJobModel, Model, PlatformModel, ProofModel, StepModel } from '../../model/model';
import { fromWorkspace, patternFromWorkspace } from '../../model/paths';
import { platformId } from '../../model/steps';
import { oneLine } from '../../text/markdown';
import type { Scripts } from '../../text/scripts';
import { distinct } from '../../text/words';

/** The id of the step that proves signatures. */
const PROVE_SIGNING = 'prove-signing';

/** The script of each kind. */
const PARTS = { macos: 'proveMacos', windows: 'proveWindows', minisign: 'proveMinisign' } as const;

/** Proves that what is collected next is signed; nothing for a job that signs nothing. It is told which secrets are set, and none of them. */
export function proveSigningSteps(model: Model, job: BuildJobModel, scripts: Scripts): StepModel[] {
  const signed = signedPlatforms(job);
  const kinds = distinct(signed.flatMap(({ proofs }) => proofs.map(({ kind }) => kind)));
  const secrets = signed.flatMap((platform) => secretsGivenTo(model, { job, platform }).filter(({ title }) => platform.signing.includes(title)));
  return signed.length ? [{
    name: 'Prove the signatures',
    id: PROVE_SIGNING,
    ...signed.length < job.platforms.length && { if: "matrix.proofs != ''" },
    env: { PLATFORM: '${{ matrix.platform }}', PROOFS: '${{ matrix.proofs }}', ...secretStates(secrets), DOC_URL: docUrl(model) },
    run: [scripts.say, scripts.artifacts, ...kinds.map((kind) => scripts[PARTS[kind]]), scripts.proveSigning].join('\n'),
  }] : [];
}

/** Each leg sets its own, and leaves those of the others empty. */
export function signingOutputs(job: BuildJobModel): Record<string, string> {
  return Object.fromEntries(signedPlatforms(job).map(signingOutput).map((name) => [name, `\${{ steps.${PROVE_SIGNING}.outputs.${name} }}`]));
}

/** The output of its job that holds what a platform has proven, a state for each of its ways of signing. */
export function signingOutput({ name }: PlatformModel): string {
  return `signing-${platformId(name)}`;
}

/** As assets/prove-signing.sh reads them; '' where a platform signs nothing. */
export function proofLines(model: Model, job: BuildJobModel, platform: PlatformModel): string {
  const proofs = platform.proofs.flatMap((proof) => linesOf(model, job, proof));
  return (proofs.length ? [`output ${signingOutput(platform)}`, ...proofs] : []).join('\n');
}

function linesOf(model: Model, job: BuildJobModel, proof: ProofModel): string[] {
  const { signing, kind, signer, notarized, stapledImages, config, files } = proof;
  const secrets = model.secrets.filter(({ title }) => title === signing);
  return [
    `signing ${oneLine(signing)}`,
    `kind ${kind}`,
    `secrets ${secrets.flatMap(({ names }) => names).join(' ')}`,
    ...secrets.filter(({ required }) => !required).map(({ without }) => `without ${oneLine(without)}`),
    ...signer ? [`signer ${oneLine(signer)}`] : [],
    ...notarized ? ['notarized true'] : [],
    ...stapledImages ? ['stapled-images true'] : [],
    ...config ? [`config ${fromWorkspace(job, config)}`] : [],
    ...files.map((pattern) => `files ${patternFromWorkspace(job, pattern)}`),
  ];
}

function signedPlatforms({ platforms }: BuildJobModel): PlatformModel[] {
  return platforms.filter(({ proofs }) => proofs.length);
}
