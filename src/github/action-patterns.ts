import { matchesGlob } from './glob';

/**
 * Whether a pattern of the allowed actions covers a `uses`. `*` is any text; a pattern without a
 * version covers all of them; upper and lower case are the same.
 *
 * @see https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/enabling-features-for-your-repository/managing-github-actions-settings-for-a-repository#allowing-select-actions-and-reusable-workflows-to-run
 */
export function actionPatternCovers(pattern: string, uses: string): boolean {
  const whole = pattern.includes('@') || pattern.endsWith('*') ? pattern : `${pattern}@*`;
  const tokens = [...whole.toLowerCase()].map((sign) => ({
    takes: sign === '*' ? 'many' as const : 'one' as const,
    admits: (character: string) => sign === '*' || character === sign,
  }));
  return matchesGlob(tokens, uses.toLowerCase());
}
