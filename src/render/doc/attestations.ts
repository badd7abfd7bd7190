import { exampleTag, repositoryNames } from '../../model/facts';
import { type GithubReleaseModel, type Model } from '../../model/model';
import { attests, releasesOf, sbomOf, stepTargetsOf } from '../../model/publish';
import { CHECKSUMS, PROVENANCE, SBOM_ATTESTATION } from '../../publish/contract';
import { blocks, bullets, code, codeBlock, heading } from '../../text/markdown';
import { shownShellWord } from '../../text/shell';
import { andList } from '../../text/words';
import { bundlesOf } from '../workflow/assemble-job';
import { needsToken } from '../workflow/signing-parts';

/** How whoever has a file verifies where it was built. The notes of a release say the same, with its names filled in. */
export function attestationsPart(model: Model): string {
  if (!attests(model)) return '';
  const verify = `gh attestation verify FILE --repo OWNER/NAME --signer-workflow ${shownShellWord(`OWNER/NAME/${model.workflowPath}`)} --source-ref ${shownShellWord(`refs/tags/${exampleTag(model)}`)}`;
  return blocks(
    heading(3, 'Where the files come from'),
    `The job ${code('attest')} signs that this workflow built each file that ${code(CHECKSUMS)} names, and from which commit. GitHub keeps the attestation with this repository`
      + `${elsewhere(model)}; ${andList(bundlesOf(model).map(code))} beside the files ${bundlesOf(model).length === 1 ? 'holds' : 'hold'} it, too. `
      + 'It takes the GitHub CLI 2.69.0 or newer to verify a file, and no right but to read this repository, which stands here for OWNER/NAME:',
    codeBlock('sh', [verify]),
    bullets([
      `Without a login, and where this repository cannot be read: with ${code(`--bundle ${PROVENANCE}`)}.`,
      `Without a network: with ${code('--custom-trusted-root trusted_root.jsonl')} besides. ${code('gh attestation trusted-root > trusted_root.jsonl')} writes that file; it is renewed a few times a year.`,
      ...sbomOf(model) === '' ? [] : [
        `What the files contain: with ${code('--predicate-type https://cyclonedx.org/bom')}, for SPDX ${code('https://spdx.dev/Document/v2.3')}, and ${code(SBOM_ATTESTATION)} as the bundle.`,
      ],
      'If this repository is renamed or moved, files of earlier tags are verified by the name that it had then, written as it was: upper and lower case differ.',
      'A verified file was built by this workflow at this tag. Whether what the tag held was good, nobody has attested.',
      ...otherSigners(model),
    ]),
  );
}

function elsewhere(model: Model): string {
  const others = releasesOf(model).filter(({ attest, repository }: GithubReleaseModel) => attest && repository !== '').map(({ repository }) => repositoryNames(repository));
  return others.length === 0 ? '' : `, not with ${andList(others)}`;
}

/** GitHub's identity token names the workflow and not the job: whoever may ask for one can sign as `attest` does. */
function otherSigners(model: Model): string[] {
  const jobs = [
    ...model.jobs.filter((job) => needsToken(model, job)),
    ...stepTargetsOf(model).filter(({ permissions }) => permissions.some(({ permission }) => permission === 'id-token')),
  ].map(({ id }) => code(id));
  return jobs.length === 0 ? [] : [
    `${andList(jobs)} may ask GitHub for an identity token, too, and that names this workflow, not the job: whatever runs there could have other files signed in the same way. Let nothing run there that you do not trust.`,
  ];
}
