/**
 * What each message of the publish script is called by: its title in the log, and the heading in the
 * setup doc that it links to. Letters, digits, spaces and hyphens only, for an anchor has no others.
 * src/render/doc/publish-messages.ts explains each; one that it forgets does not compile.
 */
export const TITLES = {
  'the-script-was-called-wrongly': 'The publish script was called wrongly',
  'a-platform-left-no-files': 'A platform left no files',
  'a-pattern-has-no-file': 'A pattern has no file',
  'a-file-is-not-declared': 'A file is not declared',
  'a-file-cannot-be-published': 'A file cannot be published',
  'a-file-is-empty': 'A file is empty',
  'a-file-is-too-large': 'A file is too large',
  'a-file-has-no-name': 'A file has no name for a release',
  'two-files-have-one-name': 'Two files have one name',
  'there-are-too-many-files': 'There are too many files',
  'a-platform-is-absent': 'A platform is absent from the release',
  'the-files-are-not-those-that-were-assembled': 'The files are not those that were assembled',
  'the-notes-could-not-be-read': 'The notes could not be read',
  'the-changelog-says-nothing-of-the-version': 'The changelog says nothing of the version',
  'the-publishing-token-was-rejected': 'The publishing token was rejected',
  'the-publishing-token-needs-single-sign-on': 'The publishing token needs single sign-on',
  'the-publishing-token-may-not': 'The publishing token lacks a right',
  'the-publishing-token-does-not-see-it': 'The publishing token does not see it',
  'the-release-repository-has-moved': 'The release repository has moved',
  'the-release-repository-is-empty': 'The release repository is empty',
  'the-tag-was-moved': 'The tag was moved',
  'the-tag-could-not-be-made': 'The tag could not be made',
  'an-immutable-release-had-the-tag': 'An immutable release had the tag',
  'several-drafts-have-the-tag': 'Several drafts have the tag',
  'the-draft-holds-other-files': 'The draft holds other files',
  'a-file-was-not-accepted': 'A file was not accepted',
  'the-draft-is-not-as-it-should-be': 'The draft is not as it should be',
  'the-release-could-not-be-made-public': 'The release could not be made public',
  'the-release-is-public-and-differs': 'The release is public and differs',
  'the-release-is-not-immutable': 'The release is not immutable',
  'a-workflow-could-not-be-started': 'A workflow could not be started',
  'a-workflow-may-have-started': 'A workflow may have started',
  'github-asks-to-publish-more-slowly': 'GitHub asks to publish more slowly',
  'github-has-trouble-while-publishing': 'GitHub has trouble while publishing',
  'github-could-not-be-reached-to-publish': 'GitHub could not be reached to publish',
  'github-refused-to-publish': 'GitHub refused to publish',
  'an-answer-of-github-is-not-understood': 'An answer of GitHub is not understood',
} as const;

export type MessageId = keyof typeof TITLES;
