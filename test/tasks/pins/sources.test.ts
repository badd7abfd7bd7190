import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PINS } from '../../../src/github/pins';
import { PINS_FILE, pinsInList, raisePins } from '../../../src/tasks/pins/pins-file';
import { merged, pinsInWorkflow } from '../../../src/tasks/pins/workflow-pins';

const TEXT = readFileSync(join(__dirname, '..', '..', '..', PINS_FILE), 'utf8');
const A = 'a'.repeat(40);

test('the list on disk is the list', () => {
  expect(pinsInList(TEXT).map(({ files: _, ...pin }) => pin)).toEqual([...PINS]);
});

test('raising changes the one line and nothing else', () => {
  const raised = raisePins(TEXT, new Map([['actions/setup-go', { version: 'v99.0.0', commit: A }]]));
  const changed = raised.split('\n').filter((line, index) => line !== TEXT.split('\n')[index]);
  expect(changed).toEqual([`  { action: 'actions/setup-go', version: 'v99.0.0', commit: '${A}' },`]);
  const crlf = TEXT.replaceAll('\n', '\r\n');
  expect(raisePins(crlf, new Map())).toBe(crlf);
});

test('a workflow\'s pins are its uses, with their comments', () => {
  const uses = (...lines: string[]) => pinsInWorkflow('a.yml', ['jobs:', '  a:', '    steps:', ...lines.map((line) => `      ${line}`)].join('\n'));
  expect(uses(
    `- uses: acme/setup@${A} # v1.0.0, for now`, `- uses: "acme/setup/sub@${A}"`, '- uses: acme/setup@v1', '- uses: ./local', '- uses: ./local/of/mine@v1', '- uses: $/own@v1', `- uses: docker://acme@${A}`,
    '- run: |', `    uses: acme/in-a-script@${A}`,
  )).toEqual([
    { action: 'acme/setup', commit: A, version: 'v1.0.0,', files: ['a.yml'] },
    { action: 'acme/setup/sub', commit: A, version: '', files: ['a.yml'] },
    { action: 'acme/setup', commit: '', version: 'v1', files: ['a.yml'] },
  ]);
});

test('a pin that stands in several files is one', () => {
  const pin = { action: 'acme/setup', commit: A, version: 'v1.0.0' };
  expect(merged([{ ...pin, files: ['a'] }, { ...pin, files: ['b'] }, { ...pin, files: ['a'] }, { ...pin, version: '', files: ['a'] }])).toEqual([
    { ...pin, files: ['a', 'b'] }, { ...pin, version: '', files: ['a'] },
  ]);
});
