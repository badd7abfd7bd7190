// eslint-disable-next-line @typescript-eslint/no-require-imports -- its types are those of a module, and it has a form that is none
const { parse }: { parse(text: string): unknown } = require('smol-toml');

/** What TOML says, or the line from which on it is broken; 0 where that is not known. */
export function readToml(text: string): { readonly content: unknown } | { readonly line: number } {
  try {
    return { content: parse(text) };
  } catch (error) {
    const { line } = error as { line?: number };
    return { line: line ?? 0 };
  }
}
