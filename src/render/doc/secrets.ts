import { jobsOf } from './publish-targets';
import { type Section } from './section';
import { configuringIt, gettingIt } from './signing';
import { kindOfSecret, secretsOf } from '../../credentials/credential-kinds';
import { openedBy } from '../../credentials/opened';
import { kindOfDependency } from '../../dependencies/dependency-kinds';
import { skippedWithout } from '../../model/conditions';
import { environmentsOf } from '../../model/jobs';
import { type BuildJobModel, type Model, type SecretModel } from '../../model/model';
import { guideOf } from '../../signings/kind-of-signing';
import { blocks, bullets, code, codeBlock, heading, oneLine, table, text } from '../../text/markdown';
import { shownShellWord } from '../../text/shell';
import { andList, distinct, sentence } from '../../text/words';

/** Each secret: what for, who uses it, how to make it, how to store it, what happens without. */
export const secrets: Section = {
  id: 'secrets',
  heading: 'Secrets',
  render: (model) => {
    const ordered = requiredFirst(model.secrets);
    return ordered.length === 0 ? none(model) : blocks(
      overview(model, ordered),
      howToStore(model, ordered),
      ...ordered.map((secret) => details(model, secret)),
    );
  },
};

function requiredFirst(all: readonly SecretModel[]): SecretModel[] {
  return [...all.filter((secret) => secret.required), ...all.filter((secret) => !secret.required)];
}

function none(model: Model): string {
  const needsNone = 'This build needs no secret.';
  return model.repositories.some((repository) => !repository.self)
    ? `${needsNone} The other repositories are read with the token that GitHub gives each run. It reads public repositories only.`
    : needsNone;
}

function overview(model: Model, ordered: readonly SecretModel[]): string {
  return table(['Secret', 'Needed', 'For', 'Used by'], ordered.map((secret) => [
    secret.names.map(code).join('<br>'),
    secret.required ? 'required' : 'optional',
    text(secret.purpose),
    users(model, secret),
  ]));
}

function users(model: Model, secret: SecretModel): string {
  const { jobs } = model;
  const { legs, steps } = secret.usedBy;
  const ofSome = steps.length < jobs.length ? ` of ${andList(steps.map(code))}` : '';
  return [
    readers(model, secret),
    publishers(model, secret),
    ...jobs.map((job) => {
      const names = legs.filter((leg) => leg.job === job.id).map(({ platform }) => platform);
      return names.length > 0 ? `${jobs.length === 1 ? 'the build' : code(job.id)} on ${platformsOf(job, names)}` : '';
    }),
    steps.length > 0 ? `own steps${ofSome}` : '',
  ].filter(Boolean).join('; ');
}

/** The steps that read with it. */
function readers({ repositories }: Model, { names: [name], usedBy: { repositories: read, dependencies } }: SecretModel): string {
  const checksOut = read.length > 0 && repositories.some(({ credential }) => secretsOf(credential)[0] === name);
  const all = [...(checksOut ? ['the checkouts'] : []), ...(dependencies.length > 0 ? ['what installs dependencies'] : [])];
  return all.length === 0 ? '' : andList(['the guard', ...all]);
}

/** The jobs that publish with it. */
function publishers(model: Model, secret: SecretModel): string {
  const { usedBy: { repositories, targets }, environments } = secret;
  const jobs = distinct(model.publish.filter(({ id }) => targets.includes(id)).flatMap((target) => jobsOf(model, target))).map(code);
  const proven = kindOfSecret(model, secret) && repositories.length === 0 && environments.length === 0;
  return andList(jobs.length > 0 && proven ? ['the guard', ...jobs] : jobs);
}

function platformsOf({ platforms }: BuildJobModel, names: readonly string[]): string {
  return names.length === platforms.length && names.length > 1 ? 'every platform' : andList(names.map(code));
}

function howToStore(model: Model, ordered: readonly SecretModel[]): string {
  const typed = ordered.flatMap((secret) => setCommands(secret, guideOf(model, secret)?.contents)).find((command) => command.startsWith('gh '));
  return blocks(
    'Store a secret from a clone of this repository, with the commands below. '
      + `\`gh\` asks for the value and does not show it.${typed ? ' If the value is in a variable already, pipe it. `printf` adds no line break, which would spoil it:' : ''}`,
    typed ? codeBlock('sh', [`printf %s "$TOKEN" | ${typed}`]) : '',
    environmentsOf(model).length > 0 ? '' : 'A secret of the organization does as well, if this repository may use it.',
  );
}

function details(model: Model, secret: SecretModel): string {
  const guide = guideOf(model, secret);
  return blocks(
    heading(3, secret.title),
    [secret.required ? '**Required.**' : '**Optional.**', purpose(secret), allOrNone(secret)].filter(Boolean).join(' '),
    without(model, secret),
    kindOfSecret(model, secret)?.howTo(secret, openedBy(model, secret)) ?? '',
    ofRegistries(model, secret),
    guide ? gettingIt(model, guide) : '',
    variables(secret),
    inEnvironment(secret),
    guide ? 'Store what you got:' : '',
    codeBlock('sh', setCommands(secret, guide?.contents)),
    guide ? configuringIt(guide) : '',
  );
}

/** How what opens a registry is made. */
function ofRegistries({ dependencies }: Model, { usedBy }: SecretModel): string {
  const opened = dependencies.filter(({ id }) => usedBy.dependencies.includes(id));
  return blocks(...distinct(opened.map((dependency) => kindOfDependency(dependency).howTo)));
}

function purpose(secret: SecretModel): string {
  return secret.purpose === '' ? '' : sentence(`What for: ${text(secret.purpose)}`);
}

function allOrNone(secret: SecretModel): string {
  const { names: { length }, required } = secret;
  if (length === 1) return '';
  const all = length === 2 ? 'both' : `all ${length}`;
  return required ? `Set ${all}.` : `Set ${all} or none: with only ${length === 2 ? 'one' : 'some'} of them the run stops.`;
}

function without(model: Model, secret: SecretModel): string {
  if (secret.required) return '';
  const skipped = skippedWithout(model, secret).map((step) => code(oneLine(step)));
  const set = Object.entries(secret.envWithout).map(([name, value]) => code(`${name}=${value}`));
  return [
    sentence(`Without ${secret.names.length > 1 ? 'them' : 'it'}: ${text(secret.without)}`),
    set.length > 0 ? `The build is then given ${andList(set)}.` : '',
    skipped.length > 0 ? `Skipped then: ${andList(skipped)}.` : '',
  ].filter(Boolean).join(' ');
}

/** Only where a name differs: the rest goes without saying. */
function variables(secret: SecretModel): string {
  const renamed = Object.entries(secret.env).filter(([variable, name]) => variable !== name);
  return bullets(renamed.map(([variable, name]) => `${code(name)} reaches the build as ${code(variable)}.`));
}

function inEnvironment(secret: SecretModel): string {
  const names = secret.environments;
  if (names.length === 0) return '';
  const where = names.length === 1 ? 'the environment' : 'each of the environments';
  return `Store ${secret.names.length > 1 ? 'them' : 'it'} in ${where} ${andList(names.map(code))}. `
    + `Make ${names.length === 1 ? 'it' : 'them'} first, under Settings, Environments: \`gh\` makes none. `
    + `The guard cannot see the secrets of an environment: the first step of the ${ofPlatforms(secret) ? 'platform' : 'job'} checks them.`;
}

function ofPlatforms({ usedBy: { legs, steps } }: SecretModel): boolean {
  return legs.length + steps.length > 0;
}

/** @param contents the commands that print what is a file's content, by the variable that it reaches the build as */
function setCommands(secret: SecretModel, contents: Readonly<Record<string, string>> = {}): string[] {
  const names = secret.environments;
  const flags = names.length === 0 ? [''] : names.map((name) => ` --env ${shownShellWord(name)}`);
  return secret.names.flatMap((name) => {
    const [content] = Object.entries(contents).filter(([variable]) => secret.env[variable] === name).map(([, command]) => `${command} | `);
    return flags.map((flag) => `${content ?? ''}gh secret set ${shownShellWord(name)}${flag}`);
  });
}
