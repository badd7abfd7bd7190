import { emptyWorkspace } from './checkout-steps';
import { ASSEMBLE, ATTEST } from './job-ids';
import { needsOf } from './publish-stages';
import { bundlesArtifact, callScript, checkoutScript, downloadSet, IF_REAL, planText, setEnv, setRetention } from './publish-steps';
import { runsOn } from './runs-on';
import type { Job, JobKind } from './workflow-file';
import { pinned } from '../../github/pins';
import { runnerHost } from '../../github/runners';
import type { Model, StepModel } from '../../model/model';
import { attests, sbomOf } from '../../model/publish';
import { ATTESTATION_SUMS, ATTESTATIONS, type AttestPlan, CHECKSUMS, FILES, SBOM_PATH, SET } from '../../publish/contract';

export const attest: JobKind = {
  render: (model): Record<string, Job> => attests(model) ? { [ATTEST]: attestJob(model) } : {},
  comments: () => ({
    [`jobs.${ATTEST}`]: ' signs where the files come from, and runs no code of the build',
    [`jobs.${ATTEST}.permissions.contents`]: ' to check out the publish script',
    [`jobs.${ATTEST}.permissions.id-token`]: ' to prove to Sigstore which workflow signs',
    [`jobs.${ATTEST}.permissions.attestations`]: ' to store the attestations; what would need more is for images',
  }),
};

function attestJob(model: Model): Job {
  const sbom = sbomOf(model) !== '';
  return {
    'name': 'Attest',
    'needs': needsOf(model, 'attest'),
    'if': IF_REAL,
    'runs-on': runsOn(model.release.runner),
    'permissions': { 'contents': 'read', 'id-token': 'write', 'attestations': 'write' },
    'timeout-minutes': 30,
    'outputs': { [ATTESTATION_SUMS]: `\${{ steps.collect.outputs.${ATTESTATION_SUMS} }}` },
    'env': { ...setEnv(model), PLAN: planText({ sbom } satisfies AttestPlan), SBOM_PATH: sbom ? sbomPath() : '' },
    'defaults': { run: { shell: 'bash' } },
    'steps': [
      ...emptyWorkspace([runnerHost(model.release.runner)]),
      checkoutScript(),
      downloadSet(model),
      callScript({ name: 'Check the files', id: 'prove' }, 'attest', 'prove'),
      sign({ name: 'Attest where the files come from', id: 'provenance' }),
      ...sbom ? [sign({ name: 'Attest what is in the files', id: 'sbom' }, { 'sbom-path': sbomPath() })] : [],
      callScript({ name: 'Check and lay out the bundles', id: 'collect', env: { PROVENANCE_BUNDLE: bundlePath('provenance'), SBOM_BUNDLE: sbom ? bundlePath('sbom') : '' } }, 'attest', 'collect'),
      upload(model),
    ],
  };
}

function sbomPath(): string {
  return `\${{ needs.${ASSEMBLE}.outputs.${SBOM_PATH} }}`;
}

function bundlePath(step: string): string {
  return `\${{ steps.${step}.outputs.bundle-path }}`;
}

/** What the sums name is signed at once: a bundle for all files. */
function sign(step: StepModel, inputs: Readonly<Record<string, string>> = {}): StepModel {
  return { ...step, uses: pinned('actions/attest'), with: { 'subject-checksums': `${SET}/${FILES}/${CHECKSUMS}`, ...inputs } };
}

function upload(model: Model): StepModel {
  return {
    name: 'Upload the bundles',
    id: 'upload-bundles',
    uses: pinned('actions/upload-artifact'),
    with: {
      'name': bundlesArtifact(model),
      'path': ATTESTATIONS,
      'if-no-files-found': 'error',
      'retention-days': setRetention(model),
      // a re-run replaces what it had uploaded
      'overwrite': true,
    },
  };
}
