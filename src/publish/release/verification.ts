import { codeBlock, code } from '../../text/markdown';
import { shownShellWord } from '../../text/shell';
import { CHECKSUMS, PROVENANCE, type ReleaseSet, SBOM_ATTESTATION } from '../contract';
import type { SetFile } from '../proven-set';

/**
 * How whoever has downloaded a file verifies where it was built, as Markdown; nothing where no bundle is among
 * the files. The attestations belong to the repository that ran the workflow, wherever the release lies.
 */
export function verificationOf(record: ReleaseSet, files: readonly SetFile[]): string[] {
  if (!files.some(({ name }) => name === PROVENANCE)) {
    return [];
  }
  const { build, tag, run: { repository } } = record;
  const sbom = files.find(({ name }) => name === SBOM_ATTESTATION);
  const workflow = `${repository}/.github/workflows/${build}.yml`;
  const words = ['--repo', repository, '--signer-workflow', workflow, '--source-ref', `refs/tags/${tag}`].map(shownShellWord);
  return [
    `Each file that ${code(CHECKSUMS)} names was built by ${code(repository)}, and that can be verified with the [GitHub CLI](https://cli.github.com) 2.69.0 or newer:`,
    codeBlock('sh', [`gh attestation verify FILE ${words.join(' ')}`]),
    `With ${code(`--bundle ${PROVENANCE}`)} it needs no login; with ${code('--custom-trusted-root trusted_root.jsonl')} besides, which ${code('gh attestation trusted-root > trusted_root.jsonl')} writes beforehand, no network.`,
    ...sbom ? [`What is in the files is attested, too: with ${code(`--predicate-type ${sbom.predicateType}`)}, and ${code(SBOM_ATTESTATION)} as the bundle.`] : [],
  ];
}
