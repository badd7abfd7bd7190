/** The nearest of the allowed words, or all of them where none is near. */
export function suggestion(word: string, allowed: readonly string[]): string {
  const most = Math.max(2, word.length / 3);
  const [nearest] = allowed
    .filter((candidate) => Math.abs(word.length - candidate.length) <= most)
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  if (nearest && nearest.distance <= most) {
    return `Did you mean '${nearest.candidate}'?`;
  }
  return allowed.length ? `There are: ${allowed.join(', ')}.` : 'There are none.';
}

/** Number of characters to insert, delete, replace or swap with the next one. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1), isSwapped ? before[j - 2] + 1 : Infinity,
      );
    }
    [before, row] = [row, next];
  }
  return row[b.length];
}
