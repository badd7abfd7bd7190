import { firstVersion, type ManifestKind } from './manifest-kind';
import { bySemver, SEMVER } from './semver';
import { tomlTexts } from './toml-texts';

/** The tables that may hold the version, in the order in which they are looked up. */
const TABLES = ['package', 'workspace.package', 'project', 'tool.poetry'];
const WAYS = TABLES.map((table) => [...table.split('.'), 'version']);

export const toml: ManifestKind = {
  files: /\.toml$/,
  part: 'manifestToml',
  place: `version in ${TABLES.slice(0, -1).map((name) => `[${name}]`).join(', ')} or [${TABLES.at(-1)}]`,
  read: (text) => firstVersion(tomlTexts(text, WAYS)),
};

export const cargo: ManifestKind = {
  ...toml,
  files: /^Cargo\.toml$/,
  place: 'version in [package] or [workspace.package] (one that is inherited stands in the Cargo.toml of the workspace)',
  write: bySemver,
  takes: SEMVER,
};

export const pyproject: ManifestKind = {
  ...toml,
  files: /^pyproject\.toml$/,
  place: 'version in [project] or [tool.poetry] (one that is dynamic is made by the build)',
  write: byPep440,
  takes: 'numbers, and behind them alpha, beta, rc, dev or post with one number, as PEP 440 wants it',
};

const FORM = /^([0-9]+(?:\.[0-9]+)*)(?:[._-]?(alpha|beta|a|b|rc|c|preview|pre|dev|post)[._-]?([0-9]*))?(\+[0-9a-z]+(?:[._-][0-9a-z]+)*)?$/;
const WORDS: Readonly<Record<string, string>> =
  { alpha: 'a', a: 'a', beta: 'b', b: 'b', rc: 'rc', c: 'rc', pre: 'rc', preview: 'rc', dev: '.dev', post: '.post' };

/**
 * 1.2.3-beta.1 is 1.2.3b1, and a number has no zeros in front.
 *
 * @see https://packaging.python.org/en/latest/specifications/version-specifiers/
 */
function byPep440(version: string): string | undefined {
  const [whole, core, word, number, build = ''] = FORM.exec(version.toLowerCase()) ?? [];
  return whole && `${core}${word ? WORDS[word] + (number || '0') : ''}`.replace(/(?<!\d)0+(?=\d)/g, '') + build.replace(/[_-]/g, '.');
}
