import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import { MODEL_VERSION } from '../src/model/model-file';

const ROOT = path.join(__dirname, '..');

/** From the root of the repository and of the package. */
export const SCHEMA_FILE = 'schema/tag-builds.schema.json';

/** Beside it, and not published: each version with the sum of its shape. */
export const SHAPES_FILE = 'schema/shapes.json';

export type Shapes = Readonly<Record<string, string>>;

/** Of build-manifest.json, which is published along with the files of a release. */
export const MANIFEST_SCHEMA_FILE = 'schema/build-manifest.schema.json';

/** The JSON Schema of a model file, made of its TypeScript types. */
export function modelSchema(): string {
  return schemaOf('src/model/model-file.ts', 'ModelFile', `Model file of projen-tag-build, version ${MODEL_VERSION}`);
}

/** The JSON Schema of a release's manifest. */
export function manifestSchema(): string {
  return schemaOf('src/publish/contract.ts', 'ReleaseSet', 'Manifest of a release that projen-tag-build has made, version 1');
}

function schemaOf(file: string, type: string, title: string): string {
  const schema = createGenerator({
    path: path.join(ROOT, file),
    type,
    tsconfig: path.join(ROOT, 'tsconfig.json'),
    skipTypeCheck: true,
  }).createSchema(type);
  return `${JSON.stringify({ title, ...schema }, undefined, 2)}\n`;
}

/** What a schema admits, whatever words it says it in. */
export function shapeOf(schema: string): string {
  const isWords = (key: string, value: unknown) => ['description', 'title'].includes(key) && typeof value === 'string';
  const withoutWords = JSON.parse(schema, (key, value) => isWords(key, value) ? undefined : value);
  return createHash('sha256').update(JSON.stringify(withoutWords)).digest('hex');
}

/**
 * The shapes with that of this version among them.
 *
 * @throws Error where this version is known by another shape
 */
export function withShape(shapes: Shapes, version: number, shape: string): Shapes {
  if ((shapes[version] ?? shape) !== shape) {
    throw new Error(`the model file has another shape than the one that version ${version} is known by: raise MODEL_VERSION in src/model/model-file.ts`);
  }
  return { ...shapes, [version]: shape };
}

if (require.main === module) {
  const schema = modelSchema();
  const shapes = withShape(JSON.parse(readFileSync(path.join(ROOT, SHAPES_FILE), 'utf8')), MODEL_VERSION, shapeOf(schema));
  writeFileSync(path.join(ROOT, SHAPES_FILE), `${JSON.stringify(shapes, undefined, 2)}\n`);
  writeFileSync(path.join(ROOT, SCHEMA_FILE), schema);
  writeFileSync(path.join(ROOT, MANIFEST_SCHEMA_FILE), manifestSchema());
}
