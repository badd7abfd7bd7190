import { golden, messageOf, rows } from './guard-message';
import { compose } from '../support/run-script';

it.each(rows)('$id', async (row) => {
  expect(await messageOf(row)).toBe(golden().get(row.id));
});

it.each(rows)('$id: dropping its case from the script shows', async (row) => {
  const [known, dropped] = row.drop;
  const script = compose('guard');
  expect(script).toContain(known);
  expect(await messageOf(row, script.replaceAll(known, dropped))).not.toBe(golden().get(row.id));
});
