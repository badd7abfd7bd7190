import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'jsonschema';
import type { Outputs } from '../../src/tasks/outputs';

export const OUTPUT_SCHEMA = readFileSync(join(__dirname, '../../schema/output.schema.json'), 'utf8');

/** A reader takes fields that are added; here, each that is printed is one that the schema names. */
const STRICT = JSON.parse(OUTPUT_SCHEMA, (_, value) => value?.type === 'object' && value.properties ? { additionalProperties: false, ...value } : value);

/** What a command has printed by `--json`: one document and nothing else, as the published schema says. */
export function outputOf<N extends keyof Outputs>(command: N, printed: string): Outputs[N] {
  const document = JSON.parse(printed) as Outputs[N];
  expect(problemsOf(command, document)).toEqual([]);
  expect(printed).toBe(`${JSON.stringify(document, undefined, 2)}\n`);
  return document;
}

export function problemsOf(command: keyof Outputs, document: unknown, schema = STRICT): string[] {
  const { anyOf, ...rest } = schema;
  return validate(document, { ...rest, $ref: `#/definitions/${command}` }).errors.map(String);
}
