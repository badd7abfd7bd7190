import type { PlannedRelease, TargetKind } from './target-kind';
import { exampleTag, repositoryNames } from '../model/facts';
import type { GithubReleaseModel, Model, ReleaseNotesModel } from '../model/model';
import { usesWorkflowToken } from '../model/publish';
import { code } from '../text/markdown';
import { filled } from '../text/placeholders';
import { shownShellWord } from '../text/shell';
import { andList } from '../text/words';
import { isUpdate, kindOfUpdater } from '../updaters/kind-of-updater';

/** A release on GitHub, with the files of all platforms. */
export const githubRelease: TargetKind<GithubReleaseModel> = {
  title: ({ draftOnly, repository }) => `${draftOnly ? 'a draft of a GitHub release' : 'a GitHub release'} in ${repositoryNames(repository)}`,
  isResult: true,
  drawn: ({ repository, draftOnly, updater }) => [draftOnly ? 'draft of a release' : 'GitHub release', ...(repository === '' ? [] : [repository]), ...(updater ? ['updates installed apps'] : [])],
  about: (target, model) => [
    target.title === '{tag}' ? 'Its title is the tag.' : `Its title is ${code(target.title)}.`,
    notes(target.notes),
    appended(target.notes),
    prerelease(target),
    latest(target),
    target.discussionCategory === '' || target.draftOnly ? '' : `Along with it a discussion is opened in the category ${code(target.discussionCategory)}.`,
    target.draftOnly ? 'It stays a draft until somebody who may write to the repository publishes it there, under Releases, and says whether it is the latest.' : '',
    attested(target),
    target.immutable ? 'It is expected to be immutable: nobody can change its files, or move its tag, when it is public. One that is not ends the run with an error.' : '',
    ...updates(target, model),
  ].filter(Boolean),
  name: ({ draftOnly, repository }) => `${draftOnly ? 'a draft of a GitHub release' : 'a GitHub release'} in ${repository || 'this repository'}`,
  planned: (target, release, model) => [
    `titled '${filled(target.title, { tag: release.tag, version: release.version })}'`,
    ...plannedFlags(target, release),
    ...plannedNotes(target.notes),
    ...target.attest ? ['attested'] : [],
    ...(target.updater ? kindOfUpdater(target.updater).planned(target.updater as never, release.version, model) : []),
    plannedStarts(target),
  ],
  setUp: (target, model) => [
    ...elsewhere(target, model),
    ...(target.discussionCategory === '' || target.draftOnly ? [] : [`Under Discussions of ${repositoryNames(target.repository)} there must be the category ${code(target.discussionCategory)}.`]),
    ...(target.immutable ? [`Releases of ${repositoryNames(target.repository)} must be immutable: its Settings, General, Releases, or those of its organization.`] : []),
    ...(target.updater ? kindOfUpdater(target.updater).setUp(target.updater as never, target, model) : []),
  ],
  checklist: (target) => [
    ...(target.repository === '' ? [] : [`${code(target.repository)} exists and has a first commit.`]),
    ...(target.discussionCategory === '' || target.draftOnly ? [] : [`The category ${code(target.discussionCategory)} exists in the discussions of ${repositoryNames(target.repository)}.`]),
    ...(target.immutable ? [`Immutable releases are switched on in ${repositoryNames(target.repository)}.`] : []),
    ...(isUpdate(target) ? [`The app's own configuration names ${repositoryNames(target.repository)} as the place where it looks for updates.`] : []),
  ],
  takeBack: (target, model) => {
    const repository = target.repository === '' ? '' : ` --repo ${shownShellWord(target.repository)}`;
    return [
      `${code(`gh release delete ${shownShellWord(exampleTag(model))} --cleanup-tag${repository}`)} deletes the release and its tag. Whoever has downloaded a file keeps it. `
      + 'If it was immutable, its tag can never be used again: take the next version.',
    ];
  },
};

function notes({ kind, path, previousTag, configurationFile }: ReleaseNotesModel): string {
  switch (kind) {
    case 'generated':
      return `GitHub writes its notes, of the pull requests since ${previousTag === '' ? 'the release before' : code(previousTag)}`
        + `${configurationFile === '' ? '' : `, sorted as ${code(configurationFile)} says`}.`;
    case 'changelog':
      return `Its notes are the section of ${code(path)} whose heading holds the version. A version that has none is not published.`;
    case 'file':
      return `Its notes are the file ${code(path)}, as it is in the tagged commit.`;
    case 'text':
      return 'Its notes are the text that the declaration holds.';
    case 'none':
      return '';
  }
}

function appended({ commits, checksums }: ReleaseNotesModel): string {
  const tables = [...(commits ? ['the commits that were built'] : []), ...(checksums ? ['the SHA-256 sums of the files'] : [])];
  return tables.length === 0 ? '' : `${tables.length === 1 ? 'A table' : 'Tables'} of ${andList(tables)} ${tables.length === 1 ? 'stands' : 'stand'} at the end of its notes.`;
}

/** Installed apps look in the latest release: of a draft, whoever publishes it decides whether it is. */
function updates({ updater, draftOnly }: GithubReleaseModel, model: Model): string[] {
  return updater ? [
    ...kindOfUpdater(updater).about(updater as never, model),
    ...(draftOnly ? ['Apps find it when somebody has published it as the latest release.'] : []),
  ] : [];
}

function prerelease({ prerelease: flag }: GithubReleaseModel): string {
  return {
    auto: 'It is marked as a pre-release where the version is one, as 1.2.0-beta.1 and 1.2.0b1 are, and where the tag holds none.',
    always: 'It is always marked as a pre-release.',
    never: 'It is never marked as a pre-release.',
  }[flag];
}

/** GitHub makes no pre-release the latest, and of a draft whoever publishes it decides. */
function latest({ latest: flag, prerelease: marked, draftOnly }: GithubReleaseModel): string {
  if (marked === 'always' || draftOnly) return '';
  const unless = marked === 'auto' ? ' A pre-release never does.' : '';
  return {
    auto: `It becomes the latest release where no release of a matching tag has a higher version.${unless}`,
    always: `It becomes the latest release, whatever its version is.${unless}`,
    never: 'It never becomes the latest release.',
  }[flag];
}

function attested({ attest, sbom }: GithubReleaseModel): string {
  if (!attest) return '';
  return sbom === '' ? 'Where its files come from is attested.' : `Where its files come from is attested, and what is in them: the SBOM is the file that matches ${code(sbom)}.`;
}

function plannedFlags({ prerelease: flag, latest: wanted, draftOnly }: GithubReleaseModel, release: PlannedRelease): string[] {
  if (flag === 'always' || (flag === 'auto' && release.prerelease)) {
    return [`a pre-release, which is never the latest${flag === 'auto' && !release.isVersioned ? ' (its tag holds no version)' : ''}`];
  }
  return draftOnly ? [] : [{ auto: 'the latest, if no release of a matching tag has a higher version', always: 'the latest', never: 'not the latest' }[wanted]];
}

function plannedNotes({ kind, path }: ReleaseNotesModel): string[] {
  return { generated: ['notes by GitHub'], changelog: [`notes from ${path}`], file: [`notes from ${path}`], text: ['notes as declared'], none: [] }[kind];
}

function plannedStarts(target: GithubReleaseModel): string {
  const { draftOnly, repository } = target;
  const listeners = `workflows${repository && ` of ${repository}`} that listen to releases`;
  if (draftOnly) return `whoever publishes it starts the ${listeners}`;
  return usesWorkflowToken(target) ? 'no workflow starts by it' : `${listeners} start`;
}

/** In another repository the tag is made along with the release. */
function elsewhere({ repository }: GithubReleaseModel, model: Model): string[] {
  return repository === '' ? [] : [
    `${code(repository)} must exist and have a first commit, for a tag needs one: ${code(`gh repo create ${shownShellWord(repository)} --public --add-readme`)}.`,
    `The tag is made there too, at the newest commit of its default branch. No ruleset there may refuse ${code(exampleTag(model))}.`,
  ];
}
