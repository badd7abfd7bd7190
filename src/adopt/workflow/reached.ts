/** All that can be come to, step by step, from where one begins; in a graph of any shape each is looked at once. */
export function reached(from: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const found = new Set(from);
  // what is added while it is walked is walked, too
  for (const id of found) {
    next(id).forEach((one) => found.add(one));
  }
  return found;
}
