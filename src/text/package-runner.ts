/** Markdown in which npx calls programs, as the repository's package manager calls them. */
export function inOwnWords({ packageRunner }: { readonly packageRunner: string }, markdown: string): string {
  return markdown.replaceAll('`npx ', () => `\`${packageRunner} `);
}
