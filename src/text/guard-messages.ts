import { accessMessages } from './access-messages';
import type { GuardMessage } from './guard-message';
import { legMessages } from './leg-messages';
import { secretMessages } from './secret-messages';

/** Every message, in the order in which the guard tells them apart; then those of the legs. */
export const guardMessages: readonly GuardMessage[] = [
  ...secretMessages,
  ...accessMessages,
  {
    id: 'the-check-ran-out-of-time',
    title: 'The check ran out of time',
    cause: 'GitHub did not answer all requests within the guard\'s time limit. No credential is known to be at fault.',
    cure: 'Re-run all jobs later.',
  },
  {
    id: 'a-repository-is-archived',
    title: 'A repository is archived',
    about: 'elsewhere',
    cause: 'The repository that is published to is archived, and GitHub takes no change of it.',
    cure: 'Unarchive it in its settings, or declare another `repository` for the target.',
  },
  {
    id: 'a-token-may-only-read-a-repository',
    title: 'A token may only read a repository',
    about: 'elsewhere',
    cause: 'The token is valid, but the account that it belongs to may not write to the repository that is published to.',
    cure: 'Give the account write access to that repository, and re-run all jobs. No new token is needed.',
  },
  {
    id: 'a-ruleset-refuses-the-tag',
    title: 'A ruleset refuses the tag',
    about: 'elsewhere',
    cause: 'The release lies in another repository, where its tag must be made first, and a ruleset there restricts who creates such tags.',
    cure: 'Add the App or the account of the token to those that bypass the ruleset, or exclude the tags from it; then re-run all jobs.',
  },
  {
    id: 'an-immutable-release-has-the-tag',
    title: 'An immutable release has the tag',
    about: 'release',
    cause: 'The tag was published before, as a release that nobody can change. Its name stays used up, even after the release is deleted.',
    cure: 'If only a later job of that run failed, open the run that published it and choose "Re-run failed jobs". Otherwise push the next tag.',
  },
  {
    id: 'a-release-has-the-tag-already',
    title: 'A release has the tag already',
    about: 'release',
    cause: 'The tag was published before. Files that are public are never replaced, unless the declaration says `replacePublicFiles`: people may have downloaded them.',
    cure: 'Where the files are the same, the run ends well. Otherwise push the next tag.',
  },
  {
    id: 'a-tag-holds-no-version',
    title: 'A tag holds no version',
    about: 'release',
    cause: 'A release is marked as a pre-release where the version in its tag is one, and this tag holds none that can be read: `v1.2.3`, `v1.2.3-beta.1`, `v1.2.3rc1` and `2026.11.25` do, `nightly` and `release-2026-w12` do not. So it is marked as one, and does not become the latest.',
    cure: 'Nothing has to be done for this tag. Tag versions, or say in the declaration what such releases are: `prerelease: ReleaseFlag.NEVER` or `ReleaseFlag.ALWAYS`. The warning is gone then.',
  },
  {
    id: 'a-workflow-to-start-does-not-exist',
    title: 'A workflow to start does not exist',
    about: 'workflow',
    cause: 'The repository can be seen, but it has no workflow file of that name on its default branch.',
    cure: 'Push it there, with `workflow_dispatch` among its events, or correct its name in the declaration.',
  },
  {
    id: 'a-workflow-to-start-is-switched-off',
    title: 'A workflow to start is switched off',
    about: 'workflow',
    cause: 'The workflow was disabled by hand, or by GitHub after 60 days without activity in a public repository.',
    cure: 'Enable it on the page of the workflow that the message names.',
  },
  {
    id: 'a-private-repository-cannot-attest',
    title: 'A private repository cannot attest',
    about: 'attestation',
    cause: 'The release is to be attested, and GitHub keeps no attestations of a private repository that belongs to a user.',
    cure: 'Make the repository public, or move it to an organization with GitHub Enterprise Cloud. Otherwise leave `attest` out of the declaration. Then push the next tag: GitHub tells a re-run what the repository was when the run began.',
  },
  {
    id: 'attestation-needs-github-enterprise-cloud',
    title: 'Attestation needs GitHub Enterprise Cloud',
    about: 'attestation',
    cause: 'The release is to be attested, and the repository is private. GitHub keeps the attestations of private repositories for organizations with Enterprise Cloud alone, and a run cannot see whether yours has it.',
    cure: 'If it has, nothing has to be done. Otherwise make the repository public, or leave `attest` out of the declaration.',
  },
  {
    id: 'a-registry-rejected-a-token',
    title: 'A registry rejected a token',
    about: 'registry',
    cause: 'A private registry does not know the token (401): it is expired, revoked or mistyped.',
    cure: 'Create a new one there, store it in the same secret, and re-run all jobs. No new tag is needed.',
  },
  {
    id: 'a-registry-refuses-a-token',
    title: 'A registry refuses a token',
    about: 'registry',
    cause: 'A private registry knows the token (403), which may not read the package or the index that the message names.',
    cure: 'Grant the token, or its account, read access there, and re-run all jobs. Some registries answer so without single sign-on, too.',
  },
  {
    id: 'a-registry-does-not-show-a-package',
    title: 'A registry does not show a package',
    about: 'registry',
    cause: 'A private registry finds nothing at the address that the message names (404). Many answer so to whoever may not read.',
    cure: 'Give the token read access, or correct the address or the `package` in the declaration.',
  },
  {
    id: 'a-registry-did-not-answer',
    title: 'A registry did not answer',
    about: 'registry',
    cause: 'A private registry could not be reached, or gave an answer that says nothing of the token.',
    cure: 'Re-run all jobs later. If only your network reaches the registry, let the guard run on a runner in it: `guard: { runsOn }`.',
  },
  {
    id: 'a-file-with-the-version-is-missing',
    title: 'A file with the version is missing',
    cause: 'The declaration names a file that holds the version, and the tagged commit does not have it.',
    cure: 'Correct the path in the declaration, or commit the file; then push the next tag.',
  },
  {
    id: 'a-version-is-not-the-one-of-the-tag',
    title: 'A version is not the one of the tag',
    cause: 'The declaration names files whose version must be that of the tag, and in the tagged commit one of them has another or none.',
    cure: 'Set the version in the file, commit it, and push the next tag. `npx projen tag-build:plan` says it before.',
  },
  {
    id: 'a-version-cannot-be-stamped',
    title: 'A version cannot be stamped',
    about: 'stamp',
    cause: 'The version of the tag is to be written into files, and one of them has no place for it, cannot hold such a version, or is not there. Nothing was built.',
    cure: 'Do what the message says of the file, commit it, and push the next tag; or push a tag whose version the file can hold.',
  },
  ...legMessages,
];
