import { exampleTag, repositoryNames } from '../../model/facts';
import { type GithubReleaseModel, type Model } from '../../model/model';
import { attests, releasesOf, sbomOf } from '../../model/publish';
import { PROVENANCE, SBOM_ATTESTATION } from '../../publish/contract';
import { blocks, bullets, code, codeBlock, heading } from '../../text/markdown';
import { shownShellWord } from '../../text/shell';
import { andList } from '../../text/words';
import { bundlesOf } from '../workflow/assemble-job';

/** How whoever has a file verifies where it was built. The notes of a release say the same, with its names filled in. */
export function attestationsPart(model: Model): string {
  if (!attests(model)) return '';
  const verify = `gh attestation verify FILE --repo OWNER/NAME --signer-workflow ${shownShellWord(`OWNER/NAME/${model.workflowPath}`)} --source-ref ${shownShellWord(`refs/tags/${exampleTag(model)}`)}`;
  return blocks(
    heading(3, 'Where the files come from'),
    `The job ${code('attest')} signs that this workflow built them, and from which commit. GitHub keeps the attestation with this repository`
      + `${elsewhere(model)}; ${andList(bundlesOf(model).map(code))} beside the files ${bundlesOf(model).length === 1 ? 'holds' : 'hold'} it, too. `
      + 'It takes the GitHub CLI 2.69.0 or newer to verify a file, and no right but to read this repository, which stands here for OWNER/NAME:',
    codeBlock('sh', [verify]),
    bullets([
      `Without a login, and where this repository cannot be read: with ${code(`--bundle ${PROVENANCE}`)}.`,
      `Without a network: with ${code('--custom-trusted-root trusted_root.jsonl')} besides. ${code('gh attestation trusted-root > trusted_root.jsonl')} writes that file; it is renewed a few times a year.`,
      ...sbomOf(model) === '' ? [] : [
        `What the files contain: with ${code('--predicate-type https://cyclonedx.org/bom')}, for SPDX ${code('https://spdx.dev/Document/v2.3')}, and ${code(SBOM_ATTESTATION)} as the bundle.`,
      ],
      'A verified file was built by this workflow at this tag. Whether what the tag held was good, nobody has attested.',
    ]),
  );
}

function elsewhere(model: Model): string {
  const others = releasesOf(model).filter(({ attest, repository }: GithubReleaseModel) => attest && repository !== '').map(({ repository }) => repositoryNames(repository));
  return others.length === 0 ? '' : `, not with ${andList(others)}`;
}
