import { asset, SCRIPTS } from '../support/run-script';

it.each(Object.entries(SCRIPTS))('%s has no two functions of one name: the second would be called in place of the first', (_, parts) => {
  const names = [...new Set(parts)].flatMap((part) => [...asset(part).matchAll(/^([a-z_][a-z0-9_]*)\(\)/gm)].map(([, name]) => name));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
