import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { type ValidationError, validate } from 'jsonschema';
import type { Context } from './command';
import { MODEL_FILE, MODEL_VERSION, type ModelFile } from '../model/model-file';
import { packageRoot, packageVersion } from '../outside/package-version';

/** Levels of objects in objects; a workflow has about ten. Whatever walks them may recurse. */
const MOST_LEVELS = 64;

const MEND = 'Run "npx projen" in the repository\'s root; it writes the file.';

/** The committed models. @throws Error that says what is wrong with the file, and what to do */
export function readModels(read: Context['read']): ModelFile {
  const models = parsed(read);
  const { version } = models as Partial<ModelFile>;
  const problem = version === MODEL_VERSION ? problemOf(models) : `version is ${JSON.stringify(version)}, and not ${MODEL_VERSION}`;
  if (problem) {
    throw new Error(`${MODEL_FILE} is not what this command reads: ${problem}.\n${writers(models)}.\n${MEND}`);
  }
  return models as ModelFile;
}

/** Who wrote the models and who reads them, where these are two; '' where they are one. */
export function otherWriter(models: ModelFile): string {
  return models.writtenBy === packageVersion() ? '' : writers(models);
}

function parsed(read: Context['read']): object {
  try {
    const text = read(MODEL_FILE);
    if (text === undefined) {
      throw new Error('there is no such file');
    }
    const models: unknown = JSON.parse(text);
    if (typeof models !== 'object' || models === null || isDeeperThan(MOST_LEVELS, models)) {
      throw new Error(`it is no JSON object of at most ${MOST_LEVELS} levels`);
    }
    return models;
  } catch (error) {
    throw new Error(`${MODEL_FILE} cannot be read: ${(error as Error).message}\n${MEND}`);
  }
}

function isDeeperThan(levels: number, value: unknown): boolean {
  return typeof value === 'object' && value !== null && (levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner)));
}

/** What the validator says in words that users have never heard of. */
const WORDS: Readonly<Record<string, string>> = {
  pattern: 'its text is not allowed there',
  anyOf: 'it is of no known kind',
};

/** The first thing that the schema has against it; '' for nothing. */
function problemOf(models: object): string {
  const schema = JSON.parse(readFileSync(path.join(packageRoot(), 'schema', 'tag-builds.schema.json'), 'utf8'), withoutPrototype);
  const [first] = validate(models, schema).errors;
  return first ? sentence(first) : '';
}

/** The validator looks names up in the schema, and none may be found that every object has, such as `__proto__`. */
function withoutPrototype(_key: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.assign(Object.create(null), value) : value;
}

function sentence({ path: place, name, message }: ValidationError): string {
  return `${place.join('/')}${place.length ? ': ' : ''}${WORDS[name] ?? message}`;
}

/** What the file says of its writer may be anything. */
function writers(models: object): string {
  const { writtenBy } = models as Partial<ModelFile>;
  const writer = typeof writtenBy === 'string' && /^\d[\w.+-]{0,63}$/.test(writtenBy) ? `projen-tag-build ${writtenBy}` : 'another projen-tag-build';
  return `It was written by ${writer}, and this is ${packageVersion()}`;
}
