import { golden, messagesOf, rows } from './guard-message';
import { compose } from '../support/run-script';

let whole: Map<string, string>;
let dropped: Map<string, string>;
beforeAll(async () => {
  whole = await messagesOf(rows);
  dropped = await messagesOf(rows, ({ drop: [known, instead] }) => compose('guard').replaceAll(known, instead));
}, 300_000);

it.each(rows)('$id', ({ id }) => {
  expect(whole.get(id)).toBe(golden().get(id));
});

it.each(rows)('$id: dropping its case from the script shows', ({ id, drop: [known] }) => {
  expect(compose('guard')).toContain(known);
  expect(dropped.get(id)).not.toBe(golden().get(id));
});
