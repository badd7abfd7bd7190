import { credential } from './credential';
import { needed, struct, type Table, text, type Word, word } from './field';
import { type CargoRegistryOptions, Dependency, type GithubDependencyOptions, type NpmRegistryOptions } from '../dependency';

const github: Table<GithubDependencyOptions> = { credential: word(credential) };

const npmRegistry: Table<NpmRegistryOptions> = {
  registry: needed(text('word')),
  scope: text('word', { filled: true }),
  secret: needed(text('secret')),
  package: needed(text('word')),
};

const cargoRegistry: Table<CargoRegistryOptions> = {
  name: needed(text('word')),
  index: needed(text('word')),
  secret: needed(text('secret')),
};

export const dependency: Word<Dependency> = {
  class: Dependency,
  kinds: {
    'github': { name: needed(text('word')), options: struct(() => github) },
    'npm-registry': { options: needed(struct(() => npmRegistry)) },
    'cargo-registry': { options: needed(struct(() => cargoRegistry)) },
  },
};
