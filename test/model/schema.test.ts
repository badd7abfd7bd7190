import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelSchema, SCHEMA_FILE, shapeOf, type Shapes, SHAPES_FILE, withShape } from '../../projenrc/model-schema';
import { MODEL_FILE, MODEL_VERSION } from '../../src/model/model-file';
import { readIfThere } from '../../src/outside/files';
import { readModels } from '../../src/tasks/read-models';

const ROOT = join(__dirname, '..', '..');
const CASES = join(ROOT, 'test', 'cases');
const COMMITTED = readFileSync(join(ROOT, SCHEMA_FILE), 'utf8');
const SHAPES: Shapes = JSON.parse(readFileSync(join(ROOT, SHAPES_FILE), 'utf8'));

test('the committed schema is that of the model; "npx projen schema" makes it so', () => {
  expect(COMMITTED).toBe(modelSchema());
});

test('its shape is the one that its version is known by', () => {
  expect(SHAPES[MODEL_VERSION]).toBe(shapeOf(COMMITTED));
});

test.each([ROOT, ...readdirSync(CASES).map((name) => join(CASES, name, 'expected')).filter((dir) => existsSync(join(dir, MODEL_FILE)))])('it is what is written in %s', (dir) => {
  expect(readModels((file) => readIfThere(join(dir, file))).builds.length).toBeGreaterThan(0);
});

test('a field more, a field less and a narrower text are other shapes; other words are not', () => {
  const changed = (change: (definitions: any) => void) => {
    const schema = JSON.parse(COMMITTED);
    change(schema.definitions);
    return shapeOf(JSON.stringify(schema));
  };
  expect(changed(({ Model }) => { Model.properties.more = { type: 'string' }; })).not.toBe(SHAPES[MODEL_VERSION]);
  expect(changed(({ Model }) => { delete Model.properties.title; })).not.toBe(SHAPES[MODEL_VERSION]);
  expect(changed(({ Model }) => { Model.properties.title.maxLength = 5; })).not.toBe(SHAPES[MODEL_VERSION]);
  expect(changed(({ Model }) => { Model.properties.title.description = 'Other words.'; })).toBe(SHAPES[MODEL_VERSION]);
});

test('another shape needs a number of its own', () => {
  expect(() => withShape({ 2: 'a', 3: 'b' }, 3, 'c')).toThrow('another shape than the one that version 3 is known by: raise MODEL_VERSION');
  expect(withShape({ 2: 'a', 3: 'b' }, 4, 'c')).toEqual({ 2: 'a', 3: 'b', 4: 'c' });
  expect(withShape({ 2: 'a' }, 2, 'a')).toEqual({ 2: 'a' });
});
