import { liveLines } from '../../src/tasks/live';
import { lookOf } from '../../src/tasks/look';
import { SIGNS, withColours } from '../../src/text/signs';

const TERMINAL = { isTTY: true, columns: 80 };

test.each([
  ['a pipe', {}, {}, { width: 100, colours: false, redraws: false }],
  ['a terminal', TERMINAL, {}, { width: 80, colours: true, redraws: true }],
  ['a wide one', { isTTY: true, columns: 300 }, {}, { width: 100, colours: true, redraws: true }],
  ['a narrow one', { isTTY: true, columns: 20 }, {}, { width: 60, colours: true, redraws: true }],
  ['one that says no width', { isTTY: true, columns: 0 }, {}, { width: 100, colours: true, redraws: true }],
  ['NO_COLOR', TERMINAL, { NO_COLOR: '1', FORCE_COLOR: '1' }, { width: 80, colours: false, redraws: true }],
  ['an empty NO_COLOR, which is none', TERMINAL, { NO_COLOR: '' }, { width: 80, colours: true, redraws: true }],
  ['FORCE_COLOR in a pipe', {}, { FORCE_COLOR: '1' }, { width: 100, colours: true, redraws: false }],
  ['FORCE_COLOR=0', TERMINAL, { FORCE_COLOR: '0' }, { width: 80, colours: false, redraws: true }],
  ['FORCE_COLOR=false', TERMINAL, { FORCE_COLOR: 'false' }, { width: 80, colours: false, redraws: true }],
  ['CLICOLOR=0', TERMINAL, { CLICOLOR: '0' }, { width: 80, colours: false, redraws: true }],
  ['CLICOLOR_FORCE in a pipe', {}, { CLICOLOR_FORCE: '1', CLICOLOR: '0' }, { width: 100, colours: true, redraws: false }],
  ['CLICOLOR_FORCE=0, which forces nothing', {}, { CLICOLOR_FORCE: '0' }, { width: 100, colours: false, redraws: false }],
  ['NO_COLOR before CLICOLOR_FORCE', TERMINAL, { NO_COLOR: '1', CLICOLOR_FORCE: '1' }, { width: 80, colours: false, redraws: true }],
  ['a dumb terminal', TERMINAL, { TERM: 'dumb' }, { width: 80, colours: false, redraws: false }],
])('%s', (_, stream, env, look) => {
  expect(lookOf(stream, env)).toEqual(look);
});

test('a sign is coloured where it begins a line, also in a tree, and nothing else is', () => {
  const text = `  ${SIGNS.good} a ✗ b\n│  └─ ${SIGNS.bad} c\n?d\nx ✓ y\n`;
  expect(withColours(text)).toBe('  \u001b[32m✓\u001b[39m a ✗ b\n│  └─ \u001b[31m✗\u001b[39m c\n?d\nx ✓ y\n');
});

describe('lines that change', () => {
  const STATES = [['guard: waiting', 'linux: waiting'], ['guard: done', 'linux: waiting'], ['guard: done', 'linux: done']];

  function shown(redraws: boolean): string[] {
    const printed: string[] = [];
    const live = liveLines((text) => printed.push(text), (lines) => printed.push(`-${lines}`), { redraws, width: 100, colours: false });
    for (const state of STATES) live.update(state);
    live.update(STATES.at(-1)!);
    live.end();
    return printed;
  }

  test('are replaced on a terminal, where they have become others', () => {
    expect(shown(true)).toEqual([
      '-0', 'guard: waiting\n', 'linux: waiting\n', '-2', 'guard: done\n', 'linux: waiting\n', '-2', 'guard: done\n', 'linux: done\n',
    ]);
  });

  test('are printed once elsewhere', () => {
    expect(shown(false)).toEqual(['guard: waiting\n', 'linux: waiting\n', 'guard: done\n', 'linux: done\n']);
  });

  test('are cut to what the terminal is wide', () => {
    const printed: string[] = [];
    liveLines((text) => printed.push(text), () => {}, { redraws: true, width: 6, colours: false }).update(['123456', '12345']);
    expect(printed).toEqual(['1234…\n', '12345\n']);
  });
});
