import { parse, type ParseError } from 'jsonc-parser';
import type { Outcome } from './expressions';
import { TOML_TABLES, tomlVersions } from './toml-version';

/** What a manifest says where no release has written a version into it. */
export const NO_VERSION = '0.0.0';

/**
 * The version in a manifest: Cargo.toml, pyproject.toml, or JSON such as package.json and
 * tauri.conf.json. The guard reads the same in assets/version.sh.
 */
export function manifestVersion(file: string, text: string): Outcome<string> {
  const plain = text.replace(/^\uFEFF/, '');
  return file.endsWith('.toml')
    ? firstVersion(tomlVersions(plain), `it has no version on a line of its own in ${TOML_TABLES.map((name) => `[${name}]`).join(', ')}`)
    : jsonVersion(plain);
}

/** Comments and trailing commas are let pass, as they are by the tools that read such files. */
function jsonVersion(text: string): Outcome<string> {
  const content = parsed(text);
  // tauri.conf.json held it under `package` before Tauri 2
  return content === undefined
    ? { unknown: 'it is no JSON, with or without comments' }
    : firstVersion([own(content, 'version'), own(own(content, 'package'), 'version')], 'it has no version');
}

function parsed(text: string): unknown {
  const errors: ParseError[] = [];
  try {
    const content: unknown = parse(text, errors, { allowTrailingComma: true });
    return errors.length ? undefined : content;
  } catch {
    return undefined; // deeper than the stack
  }
}

function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

/** The first that is of visible ASCII characters, as every version of every kind is. */
function firstVersion(candidates: readonly unknown[], why: string): Outcome<string> {
  const version = candidates.find((one): one is string => typeof one === 'string' && /^[!-~]+$/.test(one));
  return version === undefined ? { unknown: why } : { value: version };
}
