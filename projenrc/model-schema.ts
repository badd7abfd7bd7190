import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { createFormatter, createParser, createProgram, DEFAULT_CONFIG, LiteralType, type Schema, SchemaGenerator, type SubNodeParser, UnionType } from 'ts-json-schema-generator';
import { MODEL_VERSION } from '../src/model/model-file';

const ROOT = path.join(__dirname, '..');

/** From the root of the repository and of the package. */
export const SCHEMA_FILE = 'schema/tag-builds.schema.json';

/** Beside it, and not published: each version with the sum of its shape. */
export const SHAPES_FILE = 'schema/shapes.json';

/** Of what the commands print by `--json`. */
export const OUTPUT_SCHEMA_FILE = 'schema/output.schema.json';

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

/** The JSON Schema of what the commands print: of any of them, and of each by its name. A reader of it takes fields that are added. */
export function outputSchema(): string {
  const { $schema, definitions = {} } = generated('src/tasks/outputs.ts', 'Outputs', { additionalProperties: true });
  const { Outputs, ...others } = definitions;
  const { properties } = Outputs as { readonly properties: Record<string, object> };
  const anyOf = Object.keys(properties).map((command) => ({ $ref: `#/definitions/${command}` }));
  return written({ title: 'What the commands of projen-tag-build print by --json, version 1', $schema, anyOf, definitions: { ...properties, ...others } }, 1);
}

function schemaOf(file: string, type: string, title: string): string {
  return written({ title, ...generated(file, type) });
}

function generated(file: string, type: string, { additionalProperties } = { additionalProperties: false }): Schema {
  const config = { ...DEFAULT_CONFIG, path: path.join(ROOT, file), type, tsconfig: path.join(ROOT, 'tsconfig.json'), skipTypeCheck: true, additionalProperties };
  const program = createProgram(config);
  const parser = createParser(program, config, (parsers) => parsers.addNodeParser(keysOf(program.getTypeChecker())));
  return new SchemaGenerator(program, parser, createFormatter(config), config).createSchema(type);
}

/** `keyof typeof TABLE`, which the generator itself reads only where it can read all that is in the table. Nodes are told by their text: it has a TypeScript of its own. */
function keysOf(checker: ReturnType<ReturnType<typeof createProgram>['getTypeChecker']>): SubNodeParser {
  return {
    supportsNode: (node) => node.end - node.pos < 100 && /^keyof typeof \w+$/.test(node.getText()),
    createType: (node) => {
      const keys = checker.getTypeAtLocation(node);
      const values = (keys.isUnion() ? keys.types : [keys]).map((key) => (key as unknown as { readonly value: string }).value);
      return new UnionType(values.sort().map((value) => new LiteralType(value)));
    },
  };
}

function written(schema: object, indent = 2): string {
  return `${JSON.stringify(schema, undefined, indent)}\n`;
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
  writeFileSync(path.join(ROOT, OUTPUT_SCHEMA_FILE), outputSchema());
}
