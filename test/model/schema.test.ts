import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modelSchema, mustHaveNewNumber, releasedSchema, SCHEMA_FILE } from '../../projenrc/model-schema';
import { MODEL_FILE } from '../../src/model/model-file';
import { readIfThere } from '../../src/outside/files';
import { readModels } from '../../src/tasks/read-models';
import { write } from '../cases/harness';

const ROOT = join(__dirname, '..', '..');
const CASES = join(ROOT, 'test', 'cases');
const COMMITTED = readFileSync(join(ROOT, SCHEMA_FILE), 'utf8');

test('the committed schema is that of the model; "npx projen schema" makes it so', () => {
  expect(COMMITTED).toBe(modelSchema());
});

test('a shape that was released keeps its number', () => {
  mustHaveNewNumber(COMMITTED, releasedSchema());
});

test.each([ROOT, ...readdirSync(CASES).map((name) => join(CASES, name, 'expected')).filter((dir) => existsSync(join(dir, MODEL_FILE)))])('it is what is written in %s', (dir) => {
  expect(readModels((file) => readIfThere(join(dir, file))).builds.length).toBeGreaterThan(0);
});

describe('in a repository with releases', () => {
  let dir: string;

  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'schema-'));
    write(dir, { [SCHEMA_FILE]: COMMITTED });
    const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: dir });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'a');
    git('tag', 'v1.0.0');
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  test('another shape under the same number is refused', () => {
    const changed = COMMITTED.replace('"title": "Model file', '"title": "The model file');
    expect(() => mustHaveNewNumber(changed, releasedSchema(dir))).toThrow('another shape than in v1.0.0, under the same version 2: raise MODEL_VERSION');
  });

  test('the same shape is not, and neither is another one with a number of its own', () => {
    const raised = JSON.parse(COMMITTED);
    raised.definitions.ModelFile.properties.version.const = 3;
    expect(() => mustHaveNewNumber(COMMITTED, releasedSchema(dir))).not.toThrow();
    expect(() => mustHaveNewNumber(JSON.stringify(raised), releasedSchema(dir))).not.toThrow();
  });
});

test('where nothing was released, every shape is free', () => {
  expect(releasedSchema(tmpdir())).toBeUndefined();
  expect(() => mustHaveNewNumber('{}', undefined)).not.toThrow();
});
