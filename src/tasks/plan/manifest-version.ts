import type { Outcome } from './expressions';

/** The tables of a TOML manifest that may hold the version, in the order in which they are looked up. */
const TOML_TABLES = ['package', 'workspace.package', 'project', 'tool.poetry'];

/** The version in a manifest: Cargo.toml, pyproject.toml, or JSON such as package.json and tauri.conf.json. */
export function manifestVersion(file: string, text: string): Outcome<string> {
  return file.endsWith('.toml') ? tomlVersion(text) : jsonVersion(text);
}

function jsonVersion(text: string): Outcome<string> {
  try {
    const parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
    // tauri.conf.json held it under `package` before Tauri 2
    const version = parsed?.version ?? parsed?.package?.version;
    return typeof version === 'string' ? { value: version } : { unknown: 'it has no version' };
  } catch (error) {
    return { unknown: `it is no JSON: ${(error as Error).message}` };
  }
}

/** A version stands alone on a line of its table in every manifest that a tool has written. */
function tomlVersion(text: string): Outcome<string> {
  let table = '';
  const found = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    table = /^\s*\[(\[?[^[\]]+\]?)\]\s*(?:#.*)?$/.exec(line)?.[1].trim() ?? table;
    const version = /^\s*version\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(line);
    if (version && !found.has(table)) {
      found.set(table, version[1] ?? version[2]);
    }
  }
  const holder = TOML_TABLES.find((name) => found.has(name));
  return holder ? { value: found.get(holder)! } : { unknown: `it has no version in ${TOML_TABLES.map((name) => `[${name}]`).join(', ')}` };
}
