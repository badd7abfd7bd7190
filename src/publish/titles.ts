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
  'there-is-not-one-tarball': 'There is not one tarball',
  'the-files-are-not-those-that-were-assembled': 'The files are not those that were assembled',
  'the-tarball-is-another-package': 'The tarball is another package',
  'npm-is-too-old': 'npm is too old',
  'npm-does-not-answer': 'npm does not answer',
  'npm-has-another-file-of-the-version': 'npm has another file of the version',
  'npm-refuses-the-package': 'npm refuses the package',
  'npm-has-the-version-already': 'npm has the version already',
  'a-version-waits-for-approval': 'A version waits for approval',
} as const;

export type MessageId = keyof typeof TITLES;
