import type { Repository } from '../../src/repository';
import { flag, list, needed, number, record, struct, type Table, text, word, type Word } from '../../src/schema/field';
import { secret } from '../../src/schema/secret';

interface Inner {
  readonly path: string;
}

interface Options {
  readonly title: string;
  readonly tags?: string[];
  readonly minutes?: number;
  readonly env?: { [name: string]: string };
  readonly inner?: Inner;
  readonly repository?: Repository;
}

const inner: Table<Inner> = { path: needed(text('path')) };
const repository = {} as Word<Repository>;
const good: Table<Options> = {
  title: needed(text('name')),
  tags: list(text('path')),
  minutes: number(),
  env: record('variable', text('code')),
  inner: struct(() => inner),
  repository: word(repository),
};

/** `npm test` runs the compiler over this file, which complains of an expected error that is none. */
test('a table that is not its struct does not compile', () => {
  const { tags, ...rest } = good;
  const tables: Table<Options>[] = [
    // @ts-expect-error a key is missing
    { ...rest },
    // @ts-expect-error a key is too much
    { ...rest, tags, tag: tags },
    // @ts-expect-error what must be declared may not be left out
    { ...good, title: text('name') },
    // @ts-expect-error what may be left out is not needed
    { ...good, tags: needed(list(text('path'))) },
    // @ts-expect-error a list of texts is no list of numbers
    { ...good, tags: list(number()) },
    // @ts-expect-error a number is no flag
    { ...good, minutes: flag() },
    // @ts-expect-error a record is no struct
    { ...good, env: struct(() => inner) },
    // @ts-expect-error a struct of another kind
    { ...good, inner: struct(() => good) },
    // @ts-expect-error a word of another class
    { ...good, repository: word(secret) },
  ];
  expect(tables).toHaveLength(9);
});
