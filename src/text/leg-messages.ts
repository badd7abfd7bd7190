import type { GuardMessage } from './guard-message';

/** What is said by the legs, and by what watches. */
export const legMessages: readonly GuardMessage[] = [
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
    id: 'packages-do-not-exist',
    title: 'Packages do not exist',
    cause: 'A declared package is unknown to the manager of packages, in the release of the system that the runner has. Nothing was tried again.',
    cure: 'Correct the name in the declaration, or take a runner whose release has the package.',
  },
  {
    id: 'packages-cannot-be-installed',
    title: 'Packages cannot be installed',
    cause: 'The manager of packages gave up, also after new attempts where the network was to blame. The message has its words.',
    cure: 'Re-run the failed job if a mirror had trouble. Otherwise do what the message says.',
  },
  {
    id: 'the-manager-of-packages-is-missing',
    title: 'The manager of packages is missing',
    cause: 'The runner, or the image of the container, has not the manager that the declaration names.',
    cure: 'Take a runner or an image that has it, or install the packages in a step of your own with `Setup.of`.',
  },
  {
    id: 'packages-need-root',
    title: 'Packages need root',
    cause: 'The job runs as a user who may not install packages, and there is no `sudo` without a password.',
    cure: 'Run the container as root, or take an image that has the packages.',
  },
  {
    id: 'packages-for-another-system-are-left-out',
    title: 'Packages for another system are left out',
    cause: 'A runner whose labels tell no system turned out to have another one than the packages are for.',
    cure: 'Nothing, if that is meant. Otherwise declare the packages for the system that the runner has.',
  },
  {
    id: 'the-lists-of-packages-could-not-be-updated',
    title: 'The lists of packages could not be updated',
    cause: 'The manager of packages could not fetch all its lists, and went on with those that it had.',
    cure: 'Nothing, if the packages were installed. A mirror or a list of the runner that is out of order may be the cause.',
  },
  {
    id: 'packages-are-installed-with-a-warning',
    title: 'Packages are installed with a warning',
    cause: 'Homebrew installed the packages, and could not link one or had another complaint.',
    cure: 'Nothing, if the build succeeds. Otherwise do what the message says.',
  },
  {
    id: 'packages-are-not-installed-here',
    title: 'Packages are not installed here',
    cause: 'A rehearsal on your own machine installs no packages of the system.',
    cure: 'Install what the build needs yourself.',
  },
  {
    id: 'a-build-failed-and-is-tried-again',
    title: 'A build failed and is tried again',
    cause: 'The commands of the build ended with an error, and the declaration says why they are run again then. The log above the warning says what failed.',
    cure: 'Nothing, if a later attempt succeeds. If it is the rule, mend the cause: `retry` is for what nobody here can mend.',
  },
  {
    id: 'a-smoke-test-failed',
    title: 'A smoke test failed',
    cause: 'The build ended well, and what it has packaged did not start, or did not end in time, by the commands of `smokeTest`. Nothing of the platform was collected.',
    cure: 'Run the commands of the message on such a machine with what the build leaves there. A file that is not packaged, a library that the runner lacks, or a program without a display are what it mostly is; '
      + 'where the app only needs longer, raise `timeoutSeconds`.',
  },
  {
    id: 'an-artifact-is-missing',
    title: 'An artifact is missing',
    cause: 'The build ended without an error, but a declared artifact pattern matches no file. Hidden files are not counted.',
    cure: 'Compare the pattern with what the message lists, and correct the pattern in the declaration or the build. '
      + 'A pattern of `.yml` files that the declaration does not have belongs to the updater of the release: electron-builder writes them where it knows the repository of the releases, by `publish` in its configuration or from package.json.',
  },
  {
    id: 'a-file-cannot-be-uploaded',
    title: 'A file cannot be uploaded',
    cause: 'No path in an artifact may hold `"`, `:`, `<`, `>`, `|`, `*`, `?` or a line break, since not every system can have such a file. What is not called by UTF-8 the upload would leave out in silence.',
    cure: 'Let the build name its files otherwise, pack them into an archive, or take those that nobody needs out by a pattern that begins with `!`.',
  },
  {
    id: 'files-differ-in-case-only',
    title: 'Files differ in case only',
    cause: 'Two files of an artifact have one path but for upper and lower case. The artifact holds both, and on Windows and macOS one of them is overwritten when it is downloaded.',
    cure: 'Let the build name one of them otherwise. Where nobody downloads the artifact there, nothing is lost.',
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
