import { Log } from '../../../src/tasks/rehearse/log';

const STEP = { job: 'Installers/Build linux-x64', stage: 'Main', step: 'Build', stepID: ['build'] };

function read(...lines: (object | string)[]) {
  let printed = '';
  const log = new Log((text) => { printed += text; });
  lines.forEach((line) => log.add(typeof line === 'string' ? line : JSON.stringify(line)));
  return { printed, steps: log.steps };
}

test('a heading a step, what it printed, and how it ended', () => {
  expect(read(
    { ...STEP, msg: '⭐ Run Main Build' },
    { ...STEP, msg: 'compiling\n', raw_output: true },
    { ...STEP, msg: '  ❗  ::error::bad', command: 'error', arg: 'bad' },
    { ...STEP, msg: '  ⚙  Summary', command: 'summary', content: 'x' },
    { ...STEP, msg: '  ❌  Failure - Main Build', stepResult: 'failure', executionTime: 1_500_000_000 },
  )).toEqual({
    printed: '\n== Build linux-x64: Build\ncompiling\nerror: bad\n',
    steps: [{ step: 'Build linux-x64: Build', seconds: 1.5, result: 'failure' }],
  });
});

test('what act does around the steps, and steps inside of an action, have no heading', () => {
  const inside = { ...STEP, stepID: ['checkout', '0'] };
  expect(read(
    { msg: '⭐ Run Set up job', step: 'Set up job', job: 'a' }, { ...inside, msg: '⭐ Run Main Clone' }, { ...inside, msg: 'ok', stepResult: 'success' },
  )).toEqual({ printed: '', steps: [] });
});

test('names of jobs are as long as they are, though act fills them up', () => {
  expect(read({ ...STEP, job: 'Installers/Web any        ', msg: '⭐ Run Main Build' }).printed).toBe('\n== Web any: Build\n');
});

test('what act complains of is said', () => {
  expect(read('Error: unknown flag', { level: 'error', msg: 'no such file' }, { level: 'warning', msg: 'no docker' }).printed).toBe('Error: unknown flag\nno such file\n');
});
