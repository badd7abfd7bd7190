import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'jsonschema';
import { assembled } from './assemble-run';
import { MANIFEST_SCHEMA_FILE, manifestSchema } from '../../projenrc/model-schema';

const COMMITTED = readFileSync(join(__dirname, '..', '..', MANIFEST_SCHEMA_FILE), 'utf8');
const problems = (manifest: unknown) => validate(manifest, JSON.parse(COMMITTED)).errors.map(({ stack }) => stack);

test('the committed schema is that of the type; "npx projen schema" makes it so', () => {
  expect(COMMITTED).toBe(manifestSchema());
});

test('what is written is what the schema says, and what is otherwise is not', async () => {
  const manifest = JSON.parse((await assembled({
    'linux-x64': { holds: { 'Äpp 1.zip': 'a', '_b@2+3.deb': 'b' } },
    'windows-x64': { allowedToFail: 'it is new' },
  })).read('files/build-manifest.json'));
  const [file] = manifest.files;

  expect(problems(manifest)).toEqual([]);
  expect(problems({ ...manifest, version: 2 })).toHaveLength(1);
  expect(problems({ ...manifest, more: true })).toHaveLength(1);
  expect(problems({ ...manifest, files: [{ ...file, name: 'a b' }] })).toHaveLength(1);
  expect(problems({ ...manifest, files: [{ ...file, sha256: '' }] })).toHaveLength(1);
  expect(problems({ ...manifest, files: [{ ...file, size: 0.5 }] })).toHaveLength(2);
});
