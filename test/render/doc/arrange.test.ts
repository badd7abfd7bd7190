import { type DocSectionModel } from '../../../src/model/model';
import { arrange } from '../../../src/render/doc/arrange';

const BUILT_IN = ['a', 'b', 'c'].map((id) => ({ id, heading: id.toUpperCase(), body: `built-in ${id}` }));

function own(id: string, after = ''): DocSectionModel {
  return { id, heading: `own ${id}`, body: `own ${id}`, after };
}

function order(sections: readonly DocSectionModel[], drop: readonly string[] = []): string {
  return arrange(BUILT_IN, sections, drop).map((section) => section.body).join(', ');
}

test.each([
  ['none of its own', [], [], 'built-in a, built-in b, built-in c'],
  ['a new one stands at the end', [own('x')], [], 'built-in a, built-in b, built-in c, own x'],
  ['or behind another', [own('x', 'a')], [], 'built-in a, own x, built-in b, built-in c'],
  ['several behind the same keep their order', [own('x', 'a'), own('y', 'a')], [], 'built-in a, own x, own y, built-in b, built-in c'],
  ['one behind one of its own', [own('x', 'a'), own('y', 'x'), own('z', 'a')], [], 'built-in a, own x, own y, own z, built-in b, built-in c'],
  ['a replaced one stays', [own('b')], [], 'built-in a, own b, built-in c'],
  ['or moves', [own('a', 'b')], [], 'built-in b, own a, built-in c'],
  ['a dropped one is left out', [], ['b'], 'built-in a, built-in c'],
  ['and still holds the place of what stands behind it', [own('x', 'b')], ['b'], 'built-in a, own x, built-in c'],
  ['behind an unknown one is at the end', [own('x', 'nowhere')], [], 'built-in a, built-in b, built-in c, own x'],
  ['one that says nothing is left out', [{ ...own('b'), body: ' \n' }], [], 'built-in a, built-in c'],
])('%s', (_, sections, drop, expected) => expect(order(sections, drop)).toBe(expected));
