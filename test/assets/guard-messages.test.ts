import { writeFileSync } from 'node:fs';
import { GOLDEN, golden, messageOf, rows } from './guard-message';
import { guardRows } from './guard-rows';

if (process.env.UPDATE_GOLDEN) {
  it('rewrites the golden file', async () => {
    let text = '';
    for (const row of rows) text += `# ${row.id}\n${await messageOf(row)}\n`;
    writeFileSync(GOLDEN, text);
  }, 60_000);
} else {
  it.each(rows)('$id', async (row) => {
    expect(await messageOf(row)).toBe(golden().get(row.id));
  });

  it('has a line for each row and no other', () => {
    expect([...golden().keys()]).toEqual(guardRows.map((row) => row.id));
  });

  it('never says the same for two causes', () => {
    const causes = new Map<string, Set<string>>();
    for (const [id, text] of golden()) causes.set(text, (causes.get(text) ?? new Set()).add(id.split(/[ ,]/)[0]));
    expect([...causes].filter(([, ids]) => ids.size > 1)).toEqual([]);
  });

  it('never blames a token for what is not its fault', () => {
    const innocent = [...golden()].filter(([id]) => /^(G04|G06|G08|G17|unexpected|out of time)/.test(id));
    expect(innocent.map(([, text]) => text)).toEqual(innocent.map(() => expect.stringContaining('Nothing is known to be wrong with ')));
  });
}
