import type { OptionRule } from './rule';
import { filledText, flag, input, list, madeBy, number, object, record, type Shape, struct, text } from './shapes';
import { Credential } from '../credential';
import { Platform } from '../platform';
import { Repository } from '../repository';
import { Secret } from '../secret';
import { Setup } from '../setup';

const texts = list(text);
const steps = list(object);
const stepLists = { preInstallSteps: steps, preBuildSteps: steps, postBuildSteps: steps };

const secret = madeBy(Secret, (where, { _spec: { title, options } }) => struct(
  { purpose: text, env: record(text), without: text, envWithout: record(text) },
  { title: text, secrets: texts },
)(where, { title, ...options }));

/** Kinds of tools that are installed in a version. */
const WITH_VERSION = ['node', 'pnpm', 'python', 'rust'];

const setup = madeBy(Setup, (where, { _spec }) => struct(
  { with: record(input), rust: struct({ targets: texts, components: texts }), steps },
  { version: WITH_VERSION.includes(_spec.kind) ? filledText : text },
)(where, _spec));

const credential = madeBy(Credential, (where, { _model }) => record(text)(where, _model));

const checkout = struct({ path: text, submodules: text, lfs: flag, fetchDepth: number, with: record(input), ref: text, credential });

const repository = madeBy(Repository, (where, { _spec }) => [
  ...text(`${where}.name`, _spec.name),
  ...checkout(where, _spec.options),
]);

const platformOptions = struct({
  script: text,
  run: texts,
  artifacts: texts,
  name: text,
  artifactName: text,
  runsOn: texts,
  container: object,
  environment: text,
  timeoutMinutes: number,
  env: record(text),
  secrets: list(secret),
  setup: list(setup),
  ...stepLists,
  allowedToFail: text,
});

const platform = madeBy(Platform, (where, { _spec }) => [
  ...text(`${where}.name`, _spec.name),
  ...platformOptions(where, _spec.options),
]);

/** What no default fills in, a rule of its own asks for. */
const options: Shape = struct({
  platforms: list(platform),
  title: text,
  tags: texts,
  rehearsal: flag,
  version: struct({ files: texts }),
  repositories: list(repository),
  workingDirectory: text,
  setup: list(setup),
  prepare: steps,
  ...stepLists,
  secrets: list(secret),
  timeoutMinutes: number,
  retentionDays: number,
  guard: struct({ runsOn: texts }),
  setupDoc: struct({
    path: text,
    sections: list(struct({ heading: text, body: text, after: text }, { id: text })),
    drop: texts,
    troubleshooting: list(struct({}, { message: text, cause: text, cure: text })),
  }),
  readme: struct({ path: text, heading: text }),
  ignore: record(text),
});

export const optionMalformed: OptionRule = {
  id: 'option-malformed',
  level: 'error',
  about: 'options',
  cause: 'An option has a value of another type than its own, as can happen in JavaScript: a text where a list belongs, a number where a text belongs, '
    + 'or something that was not made by the class that the option names. Nothing else is checked before that is mended, and this rule cannot be switched off.',
  cure: 'Write what the API page says of the option. The compiler of a projenrc file in TypeScript finds it, too.',
  check: (id, declared) => [...text('id', id), ...options('', declared)],
};
