import { linkTo, log, oneLine } from '../../src/publish/report';

test.each([
  { what: 'a command', text: '::set-output name=x::y', expected: '|::set-output name=x::y' },
  { what: 'a command behind spaces', text: ' \n\u00a0::error::x', expected: '|  \u00a0::error::x' },
  { what: 'an old command anywhere', text: 'npm notice 12B dist/##[set-output name=x;]y', expected: 'npm notice 12B dist/# #[set-output name=x;]y' },
  { what: 'a command of the next line', text: 'a\n::error::x\r##[error]x', expected: 'a ::error::x # #[error]x' },
  { what: 'nothing of that', text: 'C:: and #[1]', expected: 'C:: and #[1]' },
])('a line of the log that holds $what is a line of the log', ({ text, expected }) => {
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);

  log(text);

  expect(write.mock.calls).toEqual([[`${expected}\n`]]);
});

test('nothing in an address ends its link, and nothing is encoded twice', () => {
  expect(linkTo('https://github.com/acme/app/releases/tag/a%2Fb')).toBe('<https://github.com/acme/app/releases/tag/a%2Fb>');
  expect(linkTo('https://github.com/x> [y](z)\ud800')).toBe('<https://github.com/x%3E%20[y](z)%EF%BF%BD>');
});

test('nothing turns the direction of a line', () => {
  expect(oneLine('a\u061cb\u202ec\u2067d\u200fe\u001b[31m')).toBe('a b c d e [31m');
});
