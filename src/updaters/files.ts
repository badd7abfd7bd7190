import type { UpdaterKind } from './updater-kind';
import { code } from '../text/markdown';
import { andList } from '../text/words';

/** Any other updater: the files that it reads are artifacts like all others. */
export const files: UpdaterKind<'files'> = {
  finds: 'unknown',
  choosing: [],
  showsFeed: false,
  makes: [],
  collected: () => [],
  mayMatchNothing: () => false,
  model: ({ options }) => ({ kind: 'files', files: options.files, holdVersion: options.holdVersion ?? true }),
  plan: ({ kind, files: names, holdVersion }) => ({ kind, files: names, holdVersion }),
  problems: ({ files: names }) => [
    ...names.length ? [] : [{ option: 'files', what: 'names no file', fix: 'Name what the updater reads, or leave `updater` out.' }],
    ...names.flatMap((name, index) => /^[^/\\!]+$/.test(name) ? [] : [{
      option: `files[${index}]`,
      what: `'${name}' is no name or pattern of a name: the files of a release lie in no directory`,
      fix: "Write for instance 'appcast.xml'.",
    }]),
  ],
  needed: () => [],
  named: ({ files: names }) => names,
  about: ({ files: names, holdVersion }) => [
    `Apps that are installed find it by ${andList(names.map(code))}, which the build makes. Each must be there, once${holdVersion ? ', and hold the version' : ''}.`,
  ],
  setUp: () => [],
  configured: () => [],
  misled: () => [],
  planned: ({ files: names }) => [`updates by ${names.join(', ')}`],
};
