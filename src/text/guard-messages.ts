/** A message of the guard, or of what a leg checks, as the setup doc explains it. */
export interface GuardMessage {
  /** The anchor that the message links to: GitHub's slug of the title. */
  readonly id: string;
  /** The annotation's title, letter for letter, and the heading in the setup doc. */
  readonly title: string;
  /** What it speaks of: releases, those that are attested, workflows that are started, whatever is written to in another repository, a ref in a file, what a secret opens, or a version that is written into files. */
  readonly about?: 'registry' | 'credential' | 'refs' | 'release' | 'workflow' | 'elsewhere' | 'attestation' | 'stamp';
  /** Whole sentences; code stands between backticks. */
  readonly cause: string;
  /** Whole sentences; code stands between backticks. */
  readonly cure: string;
}

/** Every message, in the order in which the guard tells them apart; then those of the legs. */
export const guardMessages: readonly GuardMessage[] = [
  {
    id: 'a-secret-is-not-set',
    title: 'A secret is not set',
    cause: 'A required secret does not exist or is empty. The two look the same to a run.',
    cure: 'Set it with the command that the message names. A secret of an environment is set with `--env`. ' +
      'An organization\'s secret must admit this repository.',
  },
  {
    id: 'a-group-of-secrets-is-incomplete',
    title: 'A group of secrets is incomplete',
    cause: 'The secrets of a group work only together, and some of them are missing.',
    cure: 'Set the missing ones, or delete the others with `gh secret delete`.',
  },
  {
    id: 'a-private-key-is-used-as-a-token',
    title: 'A private key is used as a token',
    about: 'credential',
    cause: 'The secret holds text that begins with `-----BEGIN`, where a token is expected.',
    cure: 'Store a token in the secret, or declare the repository\'s credential as a deploy key.',
  },
  {
    id: 'a-token-holds-a-space-or-line-break',
    title: 'A token holds a space or line break',
    about: 'credential',
    cause: 'Something was copied along with the token: a space, a line break or another character that no token has.',
    cure: 'Store the token again, without a line break at its end: `printf %s "$TOKEN" | gh secret set NAME`.',
  },
  {
    id: 'a-github-app-token-could-not-be-created',
    title: 'A GitHub App token could not be created',
    cause: 'The step that creates the token failed; its log shows GitHub\'s answer.',
    cure: 'After 401, store the client id and the private key of one and the same App. After 404, install the App on the repositories ' +
      'that the message names. After 422, grant the App the permission that the message names and accept it in the installation.',
  },
  {
    id: 'github-could-not-be-reached',
    title: 'GitHub could not be reached',
    cause: 'No answer came from GitHub: the network, a proxy or a name server failed, or the runner lacks `curl` or `git`. No credential is at fault.',
    cure: 'Re-run all jobs later. On a self-hosted runner, see that it reaches the address in the message.',
  },
  {
    id: 'a-token-was-rejected',
    title: 'A token was rejected',
    cause: 'GitHub does not know the token (401): it is expired, revoked or mistyped.',
    cure: 'Create a new one, store it in the same secret, and re-run all jobs. No new tag is needed.',
  },
  {
    id: 'github-limits-the-rate-of-requests',
    title: 'GitHub limits the rate of requests',
    cause: 'The token\'s owner or the runner\'s address has asked GitHub too often. The token itself is fine.',
    cure: 'Re-run all jobs after the time that the message names.',
  },
  {
    id: 'a-token-lacks-single-sign-on',
    title: 'A token lacks single sign-on',
    about: 'credential',
    cause: 'The organization requires single sign-on, and the token is not authorized for it. ' +
      'Regenerating a token or editing its scopes removes the authorization.',
    cure: 'The token\'s owner opens the list of personal access tokens, chooses Configure SSO, then Authorize for the organization, and re-runs all jobs.',
  },
  {
    id: 'an-ip-allow-list-refuses-the-runner',
    title: 'An IP allow list refuses the runner',
    cause: 'The organization allows only listed IP addresses, and the runner\'s is not one of them. No credential is at fault.',
    cure: 'Use a self-hosted runner or a larger runner with a static IP address, or ask an owner of the organization to list the address.',
  },
  {
    id: 'a-token-lives-too-long',
    title: 'A token lives too long',
    about: 'credential',
    cause: 'The organization limits the lifetime of tokens, and this one lives longer.',
    cure: 'Shorten its lifetime at the address in the message, or create a new token that expires sooner, and store it.',
  },
  {
    id: 'classic-tokens-are-refused',
    title: 'Classic tokens are refused',
    about: 'credential',
    cause: 'The organization does not accept classic personal access tokens.',
    cure: 'Create a fine-grained token with Contents: read on the repository, write where a release is made, or use a GitHub App.',
  },
  {
    id: 'a-token-lacks-a-permission',
    title: 'A token lacks a permission',
    cause: 'GitHub knows the token, but it lacks a permission on the repository.',
    cure: 'Grant it Contents: read on the repository; Contents: write where a release is made, Actions: write where a workflow is started. A repository without a credential is read with the workflow\'s own token: ' +
      'declare a credential for it.',
  },
  {
    id: 'github-refused-a-token',
    title: 'GitHub refused a token',
    cause: 'GitHub answered 403 for a reason of its own, which the message quotes.',
    cure: 'Do what the reason says, or ask an owner of the organization about it.',
  },
  {
    id: 'a-classic-token-does-not-see-a-repository',
    title: 'A classic token does not see a repository',
    about: 'credential',
    cause: 'The token is valid, but it lacks the scope `repo`, or its user has no access to the repository, or there is none under that name.',
    cure: 'Check the name in the declaration, give the token the scope `repo`, and give its user read access to the repository.',
  },
  {
    id: 'a-fine-grained-token-does-not-see-a-repository',
    title: 'A fine-grained token does not see a repository',
    about: 'credential',
    cause: 'The token is valid, but it belongs to another resource owner, the repository is not among those it was made for, ' +
      'the organization has not approved it yet, or there is no repository under that name.',
    cure: 'Check the name in the declaration, the token\'s resource owner and its selected repositories. Ask an owner of the organization to approve the token.',
  },
  {
    id: 'a-github-app-is-not-installed-on-a-repository',
    title: 'A GitHub App is not installed on a repository',
    about: 'credential',
    cause: 'The App\'s token is valid, but the App is not installed on the repository, or there is none under that name.',
    cure: 'Check the name in the declaration, and add the repository to the App\'s installation.',
  },
  {
    id: 'a-token-does-not-see-a-repository',
    title: 'A token does not see a repository',
    about: 'credential',
    cause: 'The token is valid, but its owner has no access to the repository, or there is none under that name.',
    cure: 'Check the name in the declaration, and give the token\'s owner read access to the repository.',
  },
  {
    id: 'a-repository-seems-private',
    title: 'A repository seems private',
    cause: 'The repository has no credential, and the workflow\'s own token sees only public repositories and the one it runs in.',
    cure: 'Declare a `credential` for the repository. If it is public, check its name.',
  },
  {
    id: 'a-repository-is-empty',
    title: 'A repository is empty',
    cause: 'The repository has no commit.',
    cure: 'Push a first commit to it.',
  },
  {
    id: 'a-ref-does-not-exist',
    title: 'A ref does not exist',
    cause: 'The repository can be read, but it has no branch, tag or commit of that name.',
    cure: 'Push it, or declare another `ref`.',
  },
  {
    id: 'a-file-with-a-ref-is-missing',
    title: 'A file with a ref is missing',
    about: 'refs',
    cause: 'The ref of a repository stands in a file of the main one, and the commit that is built does not have that file.',
    cure: 'Commit the file, or correct `refFile` in the declaration, and push the next tag.',
  },
  {
    id: 'a-file-holds-no-ref',
    title: 'A file holds no ref',
    about: 'refs',
    cause: 'The first line of the file that is neither empty nor a comment (`#`) is no name that git allows for a branch, a tag or a commit.',
    cure: 'Write one into the file, in a line of its own, commit it, and push the next tag.',
  },
  {
    id: 'a-repository-was-renamed',
    title: 'A repository was renamed',
    cause: 'GitHub redirects the declared name to another one. That ends as soon as someone takes the old name.',
    cure: 'Declare the new name and synthesize again.',
  },
  {
    id: 'github-has-trouble',
    title: 'GitHub has trouble',
    cause: 'GitHub answered with an error of its own (5xx). No credential is at fault.',
    cure: 'See https://www.githubstatus.com and re-run all jobs later.',
  },
  {
    id: 'github-gave-an-unexpected-answer',
    title: 'GitHub gave an unexpected answer',
    cause: 'The answer is none that GitHub is known to give: a proxy may have answered in its place. No credential is known to be at fault.',
    cure: 'Re-run all jobs later. On a self-hosted runner, see what stands between it and GitHub.',
  },
  {
    id: 'a-token-expires-soon',
    title: 'A token expires soon',
    about: 'credential',
    cause: 'The token expires within 14 days. This run still works.',
    cure: 'Create a new token and store it in the same secret before that day.',
  },
  {
    id: 'a-token-expires-within-hours',
    title: 'A token expires within hours',
    about: 'credential',
    cause: 'The token expires within six hours, perhaps before the last platform has read its sources.',
    cure: 'Create a new token, store it in the same secret, and re-run all jobs.',
  },
  {
    id: 'a-deploy-key-is-not-a-private-key',
    title: 'A deploy key is not a private key',
    cause: 'The secret does not hold an unencrypted private key in OpenSSH or PEM form. Often its line breaks are lost.',
    cure: 'Store the whole file again: `gh secret set NAME <FILE`. A key with a passphrase cannot be used.',
  },
  {
    id: 'a-deploy-key-is-not-registered',
    title: 'A deploy key is not registered',
    cause: 'GitHub does not accept the key: it is not a deploy key of the repository, or the organization has switched deploy keys off. ' +
      'A deploy key also disappears with the token that created it.',
    cure: 'Add its public half under Settings, Deploy keys of the repository, without write access.',
  },
  {
    id: 'a-deploy-key-belongs-to-another-repository',
    title: 'A deploy key belongs to another repository',
    cause: 'GitHub knows the key, but a deploy key reads exactly one repository, and it is not this one.',
    cure: 'Make a key for each repository and store each in a secret of its own.',
  },
  {
    id: 'a-deploy-key-could-not-be-tried',
    title: 'A deploy key could not be tried',
    cause: 'Git failed over ssh for a reason of its own, which the message quotes.',
    cure: 'Re-run all jobs. On a self-hosted runner, see that it has `git` and `ssh`, and that port 22 of GitHub can be reached.',
  },
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
  {
    id: 'an-output-of-the-guard-arrived-empty',
    title: 'An output of the guard arrived empty',
    cause: 'GitHub empties a job output that contains the value of any secret. A secret with a very short value, such as `1` or `true`, is found in many outputs.',
    cure: 'Find the secret whose value is that short, give it another value or delete it (a value that is no secret belongs in a variable), and re-run all jobs.',
  },
  {
    id: 'a-secret-is-not-base64',
    title: 'A secret is not base64',
    cause: 'A secret holds a file, and a file is stored in base64: this one has characters that base64 does not have, or is cut off.',
    cure: 'Set it again with the command that the message names. No platform has built anything with it.',
  },
  {
    id: 'an-api-key-is-not-a-private-key',
    title: 'An API key is not a private key',
    cause: 'The secret must hold the text of the `.p8` file that App Store Connect let you download, its first and last line included, or that text in base64. ' +
      'Often its line breaks are lost, or it is the id of the key.',
    cure: 'Set the secret again from the file. App Store Connect lets a key be downloaded once: if the file is lost, revoke the key and make a new one.',
  },
  {
    id: 'a-password-does-not-fit-its-certificate',
    title: 'A password does not fit its certificate',
    cause: 'The certificate is a sound file, and the password does not open it.',
    cure: 'Set the password again, without a line break behind it, or export the certificate again with a new password and set both.',
  },
  {
    id: 'a-certificate-cannot-be-imported',
    title: 'A certificate cannot be imported',
    cause: 'The file is none that holds a certificate together with its private key, or the system did not take it; the message says which.',
    cure: 'On a Mac, select the certificate under My Certificates in Keychain Access, export it as a `.p12` file, and set the secret to its base64. ' +
      'A file that holds only the certificate, such as a `.cer`, signs nothing.',
  },
  {
    id: 'github-gave-no-identity-token',
    title: 'GitHub gave no identity token',
    cause: 'Azure is asked in the name of the job, by a token of GitHub. GitHub gave none: the job may not ask for it, as in a run for a fork, or GitHub failed.',
    cure: 'If the message names the permission, see that nothing takes `id-token: write` from the job. Otherwise re-run the failed jobs later.',
  },
  {
    id: 'apple-did-not-notarize-a-file',
    title: 'Apple did not notarize a file',
    cause: 'The notary service looked at the file and found something that it does not accept, for instance a program in it that is not signed, or signed without the hardened runtime.',
    cure: 'Mend what the message names, and push the next tag. If it says that the team is not yet configured, Apple Developer Support must enable it.',
  },
  {
    id: 'apple-refused-to-notarize',
    title: 'Apple refused to notarize',
    cause: 'With 401, the key or the account is not known, or its password is none for apps. With 403, it may not notarize, or an agreement of the developer program waits for somebody to accept it.',
    cure: 'Accept the agreement at https://developer.apple.com/account, or set the secrets of the notarization again; then re-run the failed jobs.',
  },
  {
    id: 'apple-did-not-answer',
    title: 'Apple did not answer',
    cause: 'The notary service could not be reached or failed, three times. Nothing is known to be wrong with the app or with a secret.',
    cure: 'See https://developer.apple.com/system-status/ and re-run the failed jobs later.',
  },
  {
    id: 'notarizing-failed',
    title: 'Notarizing failed',
    cause: 'The tool `notarytool` could not submit the file for a reason of its own, which the message quotes.',
    cure: 'Mend what it names. If it names nothing of yours, re-run the failed jobs.',
  },
  {
    id: 'a-file-could-not-be-stapled',
    title: 'A file could not be stapled',
    cause: 'Apple notarized the file, but `stapler` did not find the ticket or could not write it into the file.',
    cure: 'See that the build signs the disk image or the package itself, and not only the app in it. If it does, re-run the failed jobs.',
  },
  {
    id: 'a-platform-is-not-signed',
    title: 'A platform is not signed',
    cause: 'The secrets of a way of signing that a build can do without are not set. The message says what that means for who installs the app; the summary, the notes of a release and its manifest say it, too.',
    cure: 'Nothing has to be done. To sign, set the secrets, and build again.',
  },
  {
    id: 'a-file-is-not-signed',
    title: 'A file is not signed',
    cause: 'Signing was wanted, the build ended without an error, and what it left is not signed: many tools skip signing in silence when they find no certificate or are not configured to sign.',
    cure: 'Look in the log of the build for what its tool says of signing. See that the tool is configured to sign, and that the secrets hold what it expects.',
  },
  {
    id: 'a-signature-is-not-valid',
    title: 'A signature is not valid',
    cause: 'A file is signed, and the system that checks the signature does not accept it: the file was changed afterwards, or the certificate has ended or is of nobody that the system trusts.',
    cure: 'Let signing be the last that happens to a file. If the certificate is at fault, store another one in the secrets.',
  },
  {
    id: 'a-signature-is-of-somebody-else',
    title: 'A signature is of somebody else',
    cause: 'A file is signed, but not by whom the declaration expects, or by a certificate of another kind, or an update by another key than the one that the app will ask for.',
    cure: 'Store the right certificate or key in the secrets. Where the declaration is wrong, correct the team, the publisher, or the public key in the configuration of the app.',
  },
  {
    id: 'a-signature-has-no-time-stamp',
    title: 'A signature has no time stamp',
    cause: 'Without a time stamp a signature is valid only until its certificate ends, which can be days.',
    cure: 'Set a time stamping server (RFC 3161) in the configuration of the tool that signs.',
  },
  {
    id: 'a-file-is-not-notarized',
    title: 'A file is not notarized',
    cause: 'An app, or what it is installed from, has no ticket of Apple\'s notary with it, or Gatekeeper does not accept it.',
    cure: 'Look in the log of the build for what the notary said. Where nothing was sent to it, see that the tool is configured to notarize; where no notarization is meant, declare `Notarization.NONE`.',
  },
  {
    id: 'gatekeeper-is-switched-off',
    title: 'Gatekeeper is switched off',
    cause: 'The machine assesses no apps, so that its word would prove nothing. The tickets in the files are looked at all the same.',
    cure: 'Nothing has to be done. On a self-hosted machine, `sudo spctl --global-enable` switches it on.',
  },
  {
    id: 'there-is-nothing-to-prove-a-signature-of',
    title: 'There is nothing to prove a signature of',
    cause: 'A platform is to be signed, and among the files that are looked at is none of a kind that it could sign.',
    cure: 'Compare the patterns in the message with what the build leaves. Where not the artifacts but other files are signed, name them by `files` of the signing.',
  },
  {
    id: 'a-file-could-not-be-opened',
    title: 'A file could not be opened',
    cause: 'A disk image, a package or an archive must be opened to look at the app in it, and that failed.',
    cure: 'See whether it opens elsewhere. If it does, re-run the failed jobs.',
  },
  {
    id: 'a-public-key-could-not-be-read',
    title: 'A public key could not be read',
    cause: 'The key that installed apps check updates by stands in the configuration of Tauri, and was not found there.',
    cure: 'Put the public key into `plugins.updater.pubkey`, or name the right file by `config` of the signing.',
  },
  {
    id: 'a-tool-to-prove-signatures-is-missing',
    title: 'A tool to prove signatures is missing',
    cause: 'Signatures are proven by the tools of the system that they are for: `codesign`, `spctl` and `xcrun` on macOS, PowerShell on Windows. The machine has none, or it did not answer.',
    cure: 'Build the platform on a runner of its system. On a self-hosted one, install what the message names.',
  },
  {
    id: 'an-artifact-is-missing',
    title: 'An artifact is missing',
    cause: 'The build ended without an error, but a declared artifact pattern matches no file. Hidden files are not counted.',
    cure: 'Compare the pattern with what the message lists, and correct the pattern in the declaration or the build. '
      + 'A pattern of `.yml` files that the declaration does not have belongs to the updater of the release: electron-builder writes them where it knows the repository of the releases, by `publish` in its configuration or from package.json.',
  },
  {
    id: 'an-app-looks-for-updates-elsewhere',
    title: 'An app looks for updates elsewhere',
    cause: 'An app of electron-builder holds the place where it looks for updates (`app-update.yml`), and this one would look in another repository than that of the release. Nobody could mend it for those who have installed it.',
    cure: 'Set `publish` of electron-builder to the owner and the repository of the release, which `--publish never` does not change, and push the next tag.',
  },
  {
    id: 'a-file-cannot-be-handed-on',
    title: 'A file cannot be handed on',
    cause: 'What other jobs need could not be packed: a file has a name that not every system can hold, or cannot be read.',
    cure: 'Let the build name its files without control characters and backslashes, and see in the log of the step what else stopped it.',
  },
  {
    id: 'handed-on-files-did-not-arrive',
    title: 'Handed-on files did not arrive',
    cause: 'A job needs files of another one, and there was no artifact with them. Such an artifact is kept for a day, so "Re-run failed jobs" finds none later.',
    cure: 'Choose "Re-run all jobs": it builds them anew. If that was done, look into the log of the download.',
  },
  {
    id: 'handed-on-files-are-damaged',
    title: 'Handed-on files are damaged',
    cause: 'What arrived is not what the list of the job that built it says: a file is missing, was changed or was added on the way.',
    cure: 'Re-run all jobs. If it happens again, look for whatever else in the run writes into the artifacts whose names end in `-handed-on`.',
  },
  {
    id: 'handed-on-files-cannot-be-placed',
    title: 'Handed-on files cannot be placed',
    cause: 'Where handed-on files should lie, something lies already: a file of the checkout, or one of the same name from another platform. ' +
      'Or the path leads out of the workspace by a link.',
    cure: 'Declare another `path` in `needs`, or leave `merge` out, so that each platform has a directory of its own.',
  },
  {
    id: 'a-leg-is-not-rehearsed',
    title: 'A leg is not rehearsed',
    cause: 'A pull request of a fork or of Dependabot is given no secrets, and the leg needs a required one, or a repository that only one opens. Nothing is wrong with the pull request.',
    cure: 'Push the branch to this repository to see it built, or rehearse it by hand. For Dependabot, a secret of the same name can be stored with `--app dependabot`.',
  },
  {
    id: 'a-runner-goes-away',
    title: 'A runner goes away',
    cause: 'GitHub has said when it takes the runner away, and that is less than 60 days off, or jobs fail already.',
    cure: 'Name the label that follows it in the declaration, and generate the workflow anew.',
  },
  {
    id: 'an-issue-could-not-be-written',
    title: 'An issue could not be written',
    cause: 'The watch keeps what it finds in an issue, and GitHub did not take it: issues are switched off, the rights of workflows are limited, or GitHub had trouble.',
    cure: 'Do what the message says. What the watch has found stands in its own job.',
  },
];
