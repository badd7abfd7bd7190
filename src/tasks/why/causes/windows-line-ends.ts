import type { KnownCause } from '../known-cause';

export const windowsLineEnds: KnownCause = {
  id: 'windows-line-ends',
  title: 'A script has line ends of Windows',
  signs: [
    /\$'[^']{0,100}\\r': command not found/,
    /(?:'bash\\r'|bash\r|bash\\r): No such file or directory/,
  ],
  cause: 'A script was checked out on Windows with line ends that bash takes for a part of a word.',
  cure: 'Add `*.sh text eol=lf` to .gitattributes, run `git add --renormalize .`, and commit.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/actions/runner-images/issues/14319'],
};
