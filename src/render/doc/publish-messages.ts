import { signsResults } from './signing';
import { resultsOf } from '../../model/jobs';
import type { Model, UpdaterModel } from '../../model/model';
import { attests, followUpsOf, notesFilesOf, npmTargetsOf, publicReleasesOf, releasesOf, sbomOf, updatersOf, writingTargetsOf } from '../../model/publish';
import { type MessageId, TITLES } from '../../publish/titles';
import { isUpdate } from '../../updaters/kind-of-updater';

/** Why a message of the publish script appears, and what to do. Whole sentences; code stands between backticks. */
interface Explanation {
  readonly cause: string;
  readonly cure: string;
  /** Where it can appear; without it, wherever something is published. */
  readonly when?: (model: Model) => boolean;
}

/** Every message of the publish script, in the order in which it tells them apart. */
const publishMessages: Readonly<Record<MessageId, Explanation>> = {
  'the-script-was-called-wrongly': {
    cause: 'The workflow and the script beside it are not of one version, or the workflow was edited by hand.',
    cure: 'Run `npx projen`, commit what it changes, and push the next tag.',
  },
  'a-platform-left-no-files': {
    cause: 'The artifact of a platform that may not fail is missing or empty: it was deleted, it expired, or the step that uploads it was changed.',
    cure: 'Look at the job of the platform. "Re-run failed jobs" builds what is missing; when the artifact has expired, "Re-run all jobs" does.',
  },
  'a-pattern-has-no-file': {
    cause: 'A platform built, but not everything that its artifacts declare is in what it uploaded.',
    cure: 'Correct the pattern or the build, and push the next tag. Nothing was published.',
  },
  'a-file-is-not-declared': {
    cause: 'The artifact of a platform holds a file that none of its patterns names. Something else has uploaded under its name.',
    cure: 'Declare the file among the artifacts of the platform, or let the other step upload under another name.',
  },
  'a-file-cannot-be-published': {
    cause: 'An artifact holds a link, a pipe or a device, or a name with control characters. Links could lead to files of the runner.',
    cure: 'Let the build leave a plain file with a plain name.',
  },
  'a-file-is-empty': {
    cause: 'A file has no content: a build step failed in silence, or the disk was full.',
    cure: 'Look at the log of the platform, and mend the build.',
  },
  'a-file-is-too-large': {
    cause: 'A file of a release has to be smaller than 2 GiB.',
    cure: 'Let the build compress it or split it.',
  },
  'a-file-has-no-name': {
    cause: 'GitHub renames files whose names have other characters than letters without accents, digits and `. _ + @ -`. They are renamed before, and of this name nothing was left, or it would be too long.',
    cure: 'Let the build name the file otherwise, or set `assetName`.',
  },
  'two-files-have-one-name': {
    cause: 'Two files would have one name in the release, where upper and lower case count as the same. Files of several platforms are told apart by the platform, unless `assetName` says otherwise; two of one platform cannot be.',
    cure: 'Let the build name them apart, or set `assetName`.',
  },
  'there-are-too-many-files': {
    cause: 'A release has at most 1,000 files, those among them that are made when it is put together.',
    cure: 'Narrow the patterns of the artifacts, or let the build pack files together.',
  },
  'the-public-key-of-updates-is-not-known': {
    cause: 'Installed apps accept what is signed with one key, and the file that says its public half was not found in the tagged commit, is no JSON, or holds no key.',
    cure: 'Set `config` of the updater to Tauri\'s configuration, or `publicKey` to the `pubkey` that stands there. Nothing was published.',
    when: hasUpdater('tauri'),
  },
  'an-updater-does-not-read-the-version': {
    cause: 'The version in the tag is not semver, and an app that meets with another form reads nothing of what stands beside it.',
    cure: 'Push a tag with three numbers, such as `v1.2.3` or `v1.2.3-beta.1`.',
    when: hasUpdater('tauri'),
  },
  'an-update-is-of-another-version': {
    cause: 'The app that was built calls itself by another version than the tag. It would install the update and be offered it again, or refuse it. Files of an earlier build may have been left in the directory.',
    cure: 'Commit the version of the tag, let the build begin in an empty directory, and push the next tag.',
    when: hasUpdater('tauri'),
  },
  'a-bundle-and-its-signature-are-not-together': {
    cause: 'Beside each bundle that Tauri signs lies `<name of the bundle>.sig`; one of the two is missing. It is a warning where no `.deb`, or no `.rpm`, has one, for older versions of Tauri sign none of them.',
    cure: 'Set `bundle.createUpdaterArtifacts` to true in Tauri\'s configuration, give the platform the secret `TAURI_SIGNING_PRIVATE_KEY`, and declare the bundle among its artifacts.',
    when: hasUpdater('tauri'),
  },
  'a-signature-is-not-understood': {
    cause: 'A `.sig` is not what Tauri writes: the text of a signature of minisign, in base64 once more.',
    cure: 'Upload the file as Tauri wrote it, and push the next tag.',
    when: hasUpdater('tauri'),
  },
  'an-update-is-signed-with-another-key': {
    cause: 'The private key that signed does not belong to the public key that apps were built with. Tauri only warns of it, and every app refuses the update.',
    cure: 'Store the right private key in the secret, or correct `pubkey` in Tauri\'s configuration if no app was published with it yet; then push the next tag.',
    when: hasUpdater('tauri'),
  },
  'a-signature-is-of-another-file': {
    cause: 'A file was changed after it was signed, for instance by signing it for Windows or notarizing it afterwards, or its signature is that of an earlier build.',
    cure: 'Let Tauri sign last, let the build begin in an empty directory, and push the next tag.',
    when: hasUpdater('tauri'),
  },
  'a-trusted-comment-was-changed': {
    cause: 'A signature covers its trusted comment, which says the version and when it was made, and somebody changed it.',
    cure: 'Upload the file as Tauri wrote it, and push the next tag.',
    when: hasUpdater('tauri'),
  },
  'an-update-is-not-the-only-one': {
    cause: 'Two files, or two platforms, are for the same system and architecture, and an app can be told of one file only.',
    cure: 'Correct `targets` of the updater, narrow the patterns of the artifacts, or let the build begin in an empty directory. Then push the next tag.',
    when: hasUpdater('tauri'),
  },
  'a-platform-finds-no-update': {
    cause: 'A target of the updater has no signed bundle. Apps on it would find nothing, and say that they are up to date. It is said without an error where the platform is allowed to fail, and did.',
    cure: 'Let Tauri build and sign the bundle (`.app.tar.gz`, `.AppImage`, `.deb`, `.rpm`, `-setup.exe` or `.msi`) and declare it among the artifacts, or correct `targets` of the updater.',
    when: hasUpdater('tauri'),
  },
  'there-is-not-one-sbom': {
    cause: 'The pattern of the SBOM matches none or several of the names of the files of the release.',
    cure: 'Let one platform make it and declare it among its artifacts, or correct `sbom` of the release.',
    when: hasSbom,
  },
  'the-sbom-cannot-be-attested': {
    cause: 'GitHub attests an SBOM in JSON, of SPDX (2.2 or 2.3, not 3) or CycloneDX with a serial number, of at most 16 MiB. It is UTF-8 without a byte order mark.',
    cure: 'Let the build write it so, and push the next tag. Where a tool leaves out the serial number to write the same bytes each time, do not ask it for that; `>` of Windows PowerShell writes UTF-16, so let the tool write the file. Nothing was published.',
    when: hasSbom,
  },
  'a-platform-is-absent': {
    cause: 'A platform that is allowed to fail did so, and the release was made without its files. The manifest says it, too.',
    cure: 'Nothing has to be done. To have its files after all, mend the build and push the next tag.',
    when: mayLackPlatforms,
  },
  'a-proof-of-signing-did-not-arrive': {
    cause: 'A platform that is signed left its files, and its job did not hand on that the signatures were proven. GitHub empties an output that holds the value of a secret, ' +
      'so a secret with a value such as `proven` or `absent` is found in it; the files can also be those of an earlier attempt of the run.',
    cure: 'Give such a secret another value, and choose "Re-run all jobs".',
    when: signsResults,
  },
  'a-required-signature-is-missing': {
    cause: 'A platform was built without its secrets for signing, and the declaration does not say that it can do without.',
    cure: 'Set the secrets and choose "Re-run all jobs", or declare what happens `without` them.',
    when: signsResults,
  },
  'update-metadata-is-not-there': {
    cause: 'A platform whose app updates itself left no `latest.yml`, or whatever it is called there and for that channel. electron-builder writes it only where it knows where updates come from: a publish configuration, or the repository in package.json.',
    cure: 'Name the repository of the releases in the configuration of electron-builder: `publish: { provider: \'github\', owner, repo }`. Where it names a channel, set `channel` of the updater; where the files lie elsewhere, `output`.',
    when: hasUpdater('electron-builder'),
  },
  'update-metadata-cannot-be-read': {
    cause: 'A file is called like what electron-updater reads, and its content is not what electron-builder writes.',
    cure: 'Let nothing edit it behind electron-builder. A file of another purpose needs another name, or is left out of the artifacts.',
    when: hasUpdater('electron-builder'),
  },
  'update-metadata-is-of-another-version': {
    cause: 'The version in package.json when the app was built was not that of the tag. Every app would take the release for an old one, or load it again and again.',
    cure: 'Raise the version in package.json in the commit that is tagged, or let the build set it from the tag. Nothing was published.',
    when: hasUpdater('electron-builder'),
  },
  'update-metadata-does-not-fit-the-files': {
    cause: 'What electron-builder says of a file is not true of it: it is not there, or has other bytes, or its blockmap is missing. Every app would refuse the update. Something signed, stapled or packed a file anew when its sum was already written, or the artifacts leave it out.',
    cure: 'Let electron-builder do the last step itself, and declare all files that the message names among the artifacts. Nothing was published.',
    when: hasUpdater('electron-builder'),
  },
  'update-metadata-cannot-be-merged': {
    cause: 'Several platforms write one file for the updater, which can say only one thing, and they say different things.',
    cure: 'Let all platforms build with one configuration of electron-builder.',
    when: hasUpdater('electron-builder'),
  },
  'an-update-would-not-be-found': {
    cause: 'Apps choose by the names of the files: on macOS a zip, on Windows an exe, and of several the one whose name holds the architecture, or the first. No app would ever choose this one.',
    cure: 'Build the target that is missing, or name the architectures apart in the configuration of electron-builder: `artifactName: ${name}-${version}-${os}-${arch}.${ext}`.',
    when: hasUpdater('electron-builder'),
  },
  'an-updater-file-is-not-there-once': {
    cause: 'A file that installed apps look for by its name is not in the release, or several platforms have built one.',
    cure: 'Let one platform build it and declare it among its artifacts, or correct `files` of the updater.',
    when: hasUpdater('files'),
  },
  'an-updater-file-is-of-another-version': {
    cause: 'A file that installed apps read does not name the version of the tag, so that they would not see the release.',
    cure: 'Let the build write the version into it. Where it names none, set `holdVersion: false`.',
    when: hasUpdater('files'),
  },
  'there-is-not-one-tarball': {
    cause: 'The pattern of the npm target matches none or several of the files of the release.',
    cure: 'Let a platform build the package by `npm pack` and declare the tarball among its artifacts, or set `tarball` of the target.',
    when: publishesToNpm,
  },
  'the-files-are-not-those-that-were-assembled': {
    cause: 'What the job downloaded is not, byte for byte, what the job `assemble` uploaded, or of signatures the job `attest`: the artifact has expired, is of another tag, or was changed.',
    cure: 'Choose "Re-run all jobs", which builds and assembles anew. Nothing was sent.',
  },
  'a-bundle-does-not-attest-the-files': {
    cause: 'What was signed is not a statement about exactly the files of the release, or could not be read. The job signs nothing but them, so something else has changed it.',
    cure: 'Choose "Re-run failed jobs", which signs anew. If it stays, see whether the pinned `actions/attest` was overridden.',
    when: attests,
  },
  'the-tarball-is-another-package': {
    cause: 'The name and the version in the package.json of the tarball have to be those that are declared and tagged.',
    cure: 'Correct the package.json, or `package` of the target, and push the next tag.',
    when: publishesToNpm,
  },
  'npm-is-too-old': {
    cause: 'Trusted publishing needs npm 11.5.1, and staged publishing 11.15.0.',
    cure: 'Let the job set up Node.js 26, whose npm is new enough. The generated job does; somebody changed it.',
    when: publishesToNpm,
  },
  'npm-does-not-answer': {
    cause: 'The registry could not be asked whether it has the version.',
    cure: 'Re-run failed jobs when npm is well again.',
    when: publishesToNpm,
  },
  'npm-has-another-file-of-the-version': {
    cause: 'The version was published before, with other content. npm never replaces a version.',
    cure: 'Raise the version, and push the next tag.',
    when: publishesToNpm,
  },
  'npm-refuses-the-package': {
    cause: 'npm publishes for a workflow when the package exists and names it as its trusted publisher: the repository, the name of the workflow file, the environment, and what it is allowed to do. Publishers that were set up after 2026-09-03 may only stage.',
    cure: 'Correct the trusted publisher in the settings of the package on npmjs.com, or set `staged: true`; then re-run failed jobs.',
    when: publishesToNpm,
  },
  'npm-has-the-version-already': {
    cause: 'An earlier attempt has published the version, and its content is the same.',
    cure: 'Nothing has to be done.',
    when: publishesToNpm,
  },
  'a-version-waits-for-approval': {
    cause: 'The version is staged. It becomes public when a maintainer of the package approves it with a second factor.',
    cure: 'Look at it and approve it: on npmjs.com among the staged packages, or by `npm stage list`, `npm stage view` and `npm stage approve`.',
    when: stagesOnNpm,
  },
  'the-notes-could-not-be-read': {
    cause: 'The file with the release notes is not in the commit of the tag, or it is a link.',
    cure: 'Commit the file itself, and push a tag of another version. Nothing was published.',
    when: readsNotes,
  },
  'the-changelog-says-nothing-of-the-version': {
    cause: 'No heading of the changelog holds the version of the tag, or there is no text below it. Such a heading is `## [1.2.3] - 2026-11-25` or `# v1.2.3`.',
    cure: 'Write the section, and push a tag of another version. Nothing was published.',
    when: readsChangelog,
  },
  'the-publishing-token-was-rejected': {
    cause: 'The token to publish with is empty, holds a space or a line break, or GitHub does not know it (401): it is expired, revoked or mistyped. That of a GitHub App lasts an hour, which a long wait can take.',
    cure: 'Store a new one in the same secret, in the environment of the job where it has one, and choose "Re-run failed jobs". For an App that is enough without a new secret.',
    when: asksGitHub,
  },
  'the-publishing-token-needs-single-sign-on': {
    cause: 'The organization admits only tokens that were authorized for its single sign-on.',
    cure: 'Open the address that the message names, authorize the token, and choose "Re-run failed jobs".',
    when: hasToken,
  },
  'the-publishing-token-may-not': {
    cause: 'GitHub knows the token, and it may not do what is needed. The message names what GitHub would accept.',
    cure: 'A release needs `Contents: write` on its repository, a discussion `Discussions: write`, and starting a workflow `Actions: write`. ' +
      'Grant it, and choose "Re-run failed jobs".',
    when: asksGitHub,
  },
  'the-publishing-token-does-not-see-it': {
    cause: 'GitHub answers 404 where something is not there, and also where a token may not see it.',
    cure: 'See that the repository is named rightly and that the token is for it, with `Contents: write`. Then choose "Re-run failed jobs".',
    when: asksGitHub,
  },
  'the-release-repository-has-moved': {
    cause: 'The repository was renamed or given to somebody else, and GitHub points to its new place. A token is sent nowhere but where it was declared for.',
    cure: 'Declare the new name, run `npx projen`, and push a new tag.',
    when: asksGitHub,
  },
  'the-release-repository-is-empty': {
    cause: 'A tag points to a commit, and the repository of the release has none.',
    cure: 'Push a first commit to it, such as a README, and choose "Re-run failed jobs".',
    when: writesElsewhere,
  },
  'the-tag-was-moved': {
    cause: 'The tag was deleted, or points to another commit than the one that was built, or, in another repository, than when the job began.',
    cure: 'Push a tag of another version. A tag that people may have fetched is best left where it is.',
    when: makesReleases,
  },
  'the-tag-could-not-be-made': {
    cause: 'The release lies in another repository, which needs the tag too, and a ruleset there lets the token make none.',
    cure: 'Add the App or the owner of the token to the bypass list of that ruleset, and choose "Re-run failed jobs".',
    when: writesElsewhere,
  },
  'an-immutable-release-had-the-tag': {
    cause: 'GitHub gives the tag of an immutable release never away again, also when the release was deleted.',
    cure: 'Push a tag of another version.',
    when: makesReleases,
  },
  'several-drafts-have-the-tag': {
    cause: 'GitHub allows any number of drafts for one tag. The one with the lowest id is taken. Others are removed if they hold nothing but files of this release and the same notes; these hold something else.',
    cure: 'Open the addresses that the message names, delete what you do not need, and choose "Re-run failed jobs".',
    when: makesReleases,
  },
  'the-draft-holds-other-files': {
    cause: 'Somebody put files into the draft that this build did not make. What becomes public is what was declared. ' +
      'Files that a workflow left there in an earlier attempt are removed without a question.',
    cure: 'Delete these files, or the whole draft, and choose "Re-run failed jobs". To publish them, add them when the release is public, or let the build make them.',
    when: makesReleases,
  },
  'a-file-was-not-accepted': {
    cause: 'GitHub refused a file, or gave it another name, which no updater would find.',
    cure: 'The message says what GitHub said. Choose "Re-run failed jobs"; if it stays, set `assetName` in the declaration.',
    when: makesReleases,
  },
  'the-draft-is-not-as-it-should-be': {
    cause: 'The draft was read back, and again and again it was not what was uploaded: something else changes it, or GitHub has trouble.',
    cure: 'See that nothing else makes releases of such tags. Then choose "Re-run failed jobs", which finishes what is missing.',
    when: makesReleases,
  },
  'the-release-could-not-be-made-public': {
    cause: 'The draft is complete, and GitHub did not publish it: a discussion category that does not exist, a rule, or trouble.',
    cure: 'The message says what GitHub said. Mend it, and choose "Re-run failed jobs". Nothing is public before.',
    when: makesReleases,
  },
  'the-release-is-public-and-differs': {
    cause: 'A release of this tag is public, and its files are not those that were built. People may have downloaded them, and an immutable release cannot be changed at all.',
    cure: 'Push a tag of another version. Only a release that is not immutable can be changed, and only if the declaration says `replacePublicFiles`.',
    when: makesReleases,
  },
  'the-release-is-not-immutable': {
    cause: 'The declaration expects an immutable release. This one is public and complete, but the repository does not make its releases immutable.',
    cure: 'Turn on release immutability in the settings of the repository of the release, or of its organization. It holds for later releases.',
    when: expectsImmutable,
  },
  'installed-apps-do-not-find-the-release': {
    cause: 'Apps that are installed look for a new version in the latest release. A release of an older line is not it, for all others would be taken back to that version.',
    cure: 'Nothing has to be done. Whoever stays with the older line downloads it.',
    when: updatesApps,
  },
  'a-workflow-could-not-be-started': {
    cause: 'There is no such workflow, it has no `workflow_dispatch`, its inputs have other names, or the token may not start it.',
    cure: 'The message says which. The token needs `Actions: write` there. Mend it, and choose "Re-run failed jobs".',
    when: startsWorkflows,
  },
  'a-workflow-may-have-started': {
    cause: 'No answer came when the workflow was started, or trouble at GitHub was the answer. It is not started again, since it may run.',
    cure: 'Open the address that the message names. Only if it does not run, choose "Re-run failed jobs".',
    when: startsWorkflows,
  },
  'github-asks-to-publish-more-slowly': {
    cause: 'GitHub limits how often it is asked, and asks to wait for longer than the job waits.',
    cure: 'Choose "Re-run failed jobs" after the time in the message. What is uploaded stays.',
    when: asksGitHub,
  },
  'github-has-trouble-while-publishing': {
    cause: 'GitHub answered with an error of its own, and did so again and again.',
    cure: 'See https://www.githubstatus.com, and choose "Re-run failed jobs" when it is over. What is uploaded stays.',
    when: asksGitHub,
  },
  'github-could-not-be-reached-to-publish': {
    cause: 'No answer came: the network, a proxy or a name server failed.',
    cure: 'Choose "Re-run failed jobs". On a self-hosted runner, see that it reaches the address in the message. What is uploaded stays.',
    when: asksGitHub,
  },
  'github-refused-to-publish': {
    cause: 'GitHub refused for a reason that is not one of those above.',
    cure: 'The message says what GitHub said. Mend it, and choose "Re-run failed jobs".',
    when: asksGitHub,
  },
  'an-answer-of-github-is-not-understood': {
    cause: 'What GitHub answered, or something between, has not the shape that its API describes.',
    cure: 'Choose "Re-run failed jobs". If it stays, update projen-tag-build.',
    when: asksGitHub,
  },
};

/** What a message of the script means, by its title; undefined where it has none of that title. */
export function publishMessageOf(title: string): (Pick<Explanation, 'cause' | 'cure'> & { readonly id: MessageId }) | undefined {
  const id = (Object.keys(TITLES) as MessageId[]).find((one) => TITLES[one] === title);
  return id && { id, ...publishMessages[id] };
}

/** The messages that a build can meet with, each with its title. */
export function publishMessagesOf(model: Model): (Pick<Explanation, 'cause' | 'cure'> & { readonly title: string })[] {
  return Object.entries(publishMessages)
    .filter(([, { when }]) => !when || when(model))
    .map(([id, { cause, cure }]) => ({ title: TITLES[id as MessageId], cause, cure }));
}

function publishesToNpm(model: Model): boolean {
  return npmTargetsOf(model).length > 0;
}

function stagesOnNpm(model: Model): boolean {
  return npmTargetsOf(model).some(({ staged }) => staged);
}

function mayLackPlatforms(model: Model): boolean {
  return resultsOf(model).some(({ platform }) => platform.allowedToFail !== '');
}

function hasUpdater(kind: UpdaterModel['kind']): (model: Model) => boolean {
  return (model) => updatersOf(model).some(({ updater }) => updater.kind === kind);
}

function makesReleases(model: Model): boolean {
  return releasesOf(model).length > 0;
}

function hasSbom(model: Model): boolean {
  return sbomOf(model) !== '';
}

/** A draft's marks are decided by whoever publishes it. */
function updatesApps(model: Model): boolean {
  return publicReleasesOf(model).some(isUpdate);
}

function startsWorkflows(model: Model): boolean {
  return followUpsOf(model).length > 0;
}

/** npm and own steps ask others. */
function asksGitHub(model: Model): boolean {
  return writingTargetsOf(model).length > 0;
}

function writesElsewhere(model: Model): boolean {
  return writingTargetsOf(model).some(({ repository }) => repository !== '');
}

/** The workflow's own token needs no single sign-on, and an App none either. */
function hasToken(model: Model): boolean {
  return writingTargetsOf(model).some(({ credential }) => credential.kind === 'token');
}

function readsNotes(model: Model): boolean {
  return notesFilesOf(model).length > 0;
}

function readsChangelog(model: Model): boolean {
  return releasesOf(model).some(({ notes }) => notes.kind === 'changelog');
}

function expectsImmutable(model: Model): boolean {
  return releasesOf(model).some(({ immutable }) => immutable);
}
