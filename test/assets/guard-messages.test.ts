import { writeFileSync } from 'node:fs';
import { GOLDEN, golden, messagesOf, rows } from './guard-message';
import { guardRows } from './guard-rows';

const cause = (id: string) => id.split(/[ ,]/)[0];

if (process.env.UPDATE_GOLDEN) {
  it('rewrites the golden file', async () => {
    const lines = Array.from(await messagesOf(rows), ([id, message]) => `# ${id}\n${message}\n`);
    writeFileSync(GOLDEN, lines.join(''));
  }, 60_000);
} else {
  // guard-messages.long.ts has all of them
  const firsts = rows.filter(({ id }, index) => rows.findIndex((row) => cause(row.id) === cause(id)) === index);
  let messages: Map<string, string>;
  beforeAll(async () => { messages = await messagesOf(firsts); }, 60_000);

  it.each(firsts)('$id', ({ id }) => {
    expect(messages.get(id)).toBe(golden().get(id));
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
