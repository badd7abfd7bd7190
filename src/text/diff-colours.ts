const COLOURS: Readonly<Record<string, number>> = { '+': 32, '-': 31, '@': 36 };

/** A unified diff with its lines in the colours that git gives them. */
export function withDiffColours(text: string): string {
  return text.replace(/^[-+@].*$/gm, (line) => `\u001b[${COLOURS[line[0]]}m${line}\u001b[39m`);
}
