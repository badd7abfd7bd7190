import { label } from '../../../src/render/doc/mermaid';

test.each([
  [['linux-x64', 'ubuntu-24.04'], '"linux-x64<br/>ubuntu-24.04"'],
  [['a_b', '_a_', 'dist/**'], '"a_b<br/>#95;a#95;<br/>dist/#42;#42;"'],
  [['1. one', '- two', '+ three'], '"1#46; one<br/>#45; two<br/>#43; three"'],
  [['"]; end', '`x`', '<b>', '#35;'], '"#34;#93;#59; end<br/>#96;x#96;<br/>#60;b#62;<br/>#35;35#59;"'],
  [['two\nlines', 'é💥'], '"two lines<br/>é#128165;"'],
  [[' '], '"#160;"'],
  [['x'.repeat(60)], `"${'x'.repeat(47)}#8230;"`],
])('%j', (lines, expected) => expect(label(...lines)).toBe(expected));
