import { cleaner } from '../../src/text/clean';

const clean = cleaner(['ghp_TheTokenOfMine', '', 'short']);

test('nothing reaches the terminal as a command, and nothing turns or hides text', () => {
  expect(clean('a\u001b[31mred\u001b]0;title\u0007b\u009b2J\u202etxt\u2066x\u200by\u2028z\nnext')).toBe('a[31mred]0;titleb2Jtxtxy z next');
});

test('what must not be seen is not, even with a sign in its middle', () => {
  expect(clean('your ghp_TheToken\u0000OfMine is bad; a short word stays')).toBe('your *** is bad; a short word stays');
});

test('no text drowns the others', () => {
  expect(clean('x'.repeat(5000))).toHaveLength(1001);
});
