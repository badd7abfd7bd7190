import { writeFileSync } from 'node:fs';
import { GOLDEN, golden, messageOf, rows } from './guard-message';
import { guardRows } from './guard-rows';

const cause = (id: string) => id.split(/[ ,]/)[0];

if (process.env.UPDATE_GOLDEN) {
  it('rewrites the golden file', async () => {
    let text = '';
    for (const row of rows) text += `# ${row.id}\n${await messageOf(row)}\n`;
    writeFileSync(GOLDEN, text);
  }, 300_000);
} else {
  // guard-messages.long.ts has all of them
  const firsts = rows.filter(({ id }, index) => rows.findIndex((row) => cause(row.id) === cause(id)) === index);
  it.each(firsts)('$id', async (row) => {
    expect(await messageOf(row)).toBe(golden().get(row.id));
  });

  it('has a line for each row and no other', () => {
    expect([...golden().keys()]).toEqual(guardRows.map((row) => row.id));
  });

  it('never says the same for two causes', () => {
    const causes = new Map<string, Set<string>>();
    for (const [id, text] of golden()) causes.set(text, (causes.get(text) ?? new Set()).add(cause(id)));
    expect([...causes].filter(([, ids]) => ids.size > 1)).toEqual([]);
  });

  it('never blames a token for what is not its fault', () => {
    const innocent = [...golden()].filter(([id]) => /^(G04|G06|G08|G17|G22|G26|G27|G3[0-69]|G4[01]|unexpected|out of time)/.test(id));
    expect(innocent.map(([, text]) => text)).toEqual(innocent.map(() => expect.stringContaining('Nothing is known to be wrong with ')));
  });
}
