import { list, needed, record, struct, type Table, text, type Word } from './field';
import { type OptionalSecretGroupOptions, type OptionalSecretOptions, Secret, type SecretGroupOptions, type SecretOptions } from '../secret';

const single: Table<SecretOptions> = {
  secret: needed(text('secret')),
  purpose: text('phrase'),
  envName: text('variable'),
};

const group: Table<SecretGroupOptions> = {
  secrets: needed(list(text('secret'))),
  purpose: text('phrase'),
  env: record('variable', text('secret')),
};

const optional: Table<Pick<OptionalSecretOptions, 'without' | 'envWithout'>> = { without: needed(text('prose')), envWithout: record('variable', text('code')) };

const optionalSingle: Table<OptionalSecretOptions> = { ...single, ...optional };

const optionalGroup: Table<OptionalSecretGroupOptions> = { ...group, ...optional };

export const secret: Word<Secret> = {
  class: Secret,
  kinds: {
    required: { options: needed(struct(() => single)) },
    optional: { options: needed(struct(() => optionalSingle)) },
    requiredGroup: { title: needed(text('name')), options: needed(struct(() => group)) },
    optionalGroup: { title: needed(text('name')), options: needed(struct(() => optionalGroup)) },
  },
};
