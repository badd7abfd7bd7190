import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import { MODEL_VERSION } from '../src/model/model-file';

const ROOT = path.join(__dirname, '..');

/** From the root of the repository and of the package. */
export const SCHEMA_FILE = 'schema/tag-builds.schema.json';

/** The JSON Schema of a model file, made of its TypeScript types. */
export function modelSchema(): string {
  const schema = createGenerator({
    path: path.join(ROOT, 'src/model/model-file.ts'),
    type: 'ModelFile',
    tsconfig: path.join(ROOT, 'tsconfig.json'),
    skipTypeCheck: true,
  }).createSchema('ModelFile');
  return `${JSON.stringify({ title: `Model file of projen-tag-build, version ${MODEL_VERSION}`, ...schema }, undefined, 2)}\n`;
}

/** The newest release that has a schema, by its tag, and that schema; none where nothing was released, or the clone has no tags. */
export function releasedSchema(root = ROOT): { readonly tag: string; readonly text: string } | undefined {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const tag = git('describe', '--tags', '--abbrev=0', '--match=v[0-9]*').trim();
    return { tag, text: git('show', `${tag}:${SCHEMA_FILE}`) };
  } catch {
    return undefined;
  }
}

/** @throws Error where a shape that was released has changed under its number */
export function mustHaveNewNumber(schema: string, released: ReturnType<typeof releasedSchema>): void {
  const version = (text: string) => JSON.parse(text).definitions.ModelFile.properties.version.const;
  if (released && released.text !== schema && version(released.text) === version(schema)) {
    throw new Error(`the model file has another shape than in ${released.tag}, under the same version ${version(schema)}: raise MODEL_VERSION in src/model/model-file.ts`);
  }
}

if (require.main === module) {
  const schema = modelSchema();
  mustHaveNewNumber(schema, releasedSchema());
  mkdirSync(path.join(ROOT, path.dirname(SCHEMA_FILE)), { recursive: true });
  writeFileSync(path.join(ROOT, SCHEMA_FILE), schema);
}
