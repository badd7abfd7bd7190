import type { BareContext } from './command';

/** What people read; or what they copy, such as a command or code, which is not broken anew. */
export type Passage = string | { readonly whole: string };

/** Prints one behind the other. */
export function tellPassages(passages: readonly Passage[], { tell, print }: Pick<BareContext, 'tell' | 'print'>): void {
  for (const passage of passages) {
    typeof passage === 'string' ? tell(passage) : print(passage.whole);
  }
}

/** Commands to type, or lines of a file, each as a line. */
export function wholeLines(lines: readonly string[]): Passage {
  return { whole: lines.map((line) => `  ${line}\n`).join('') };
}
