import { github } from 'projen';
import { credential } from './credential';
import { flag, list, needed, number, record, struct, type Table, text, type Word, word } from './field';
import { FETCH_DEPTH } from '../github/limits';
import { type CheckoutOptions, type GithubRepositoryOptions, Repository } from '../repository';

const checkout: Table<CheckoutOptions> = {
  path: text('path'),
  submodules: text('word', { among: Object.values(github.CheckoutSubmodules) }),
  lfs: flag(),
  fetchDepth: number({ range: FETCH_DEPTH }),
  sparse: list(text('path', { filled: true })),
  filter: text('word', { filled: true }),
  with: record('code', text('code', { scalar: true })),
};

const another: Table<GithubRepositoryOptions> = {
  ...checkout,
  ref: text('path'),
  matchTag: flag(),
  matchTagName: text('path', { filled: true }),
  refFile: text('path', { filled: true }),
  platforms: list(text('word')),
  credential: word(credential),
};

export const repository: Word<Repository> = {
  class: Repository,
  kinds: {
    self: { options: struct(() => checkout) },
    github: { name: needed(text('word')), options: struct(() => another) },
  },
};
