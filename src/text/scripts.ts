import { kebabCase } from './words';

/** The parts of the fixed scripts that a workflow is made of, each in a file of `assets/`. */
export const SCRIPTS = [
  'say', 'report', 'secrets', 'skipped', 'requests', 'answers', 'guard', 'appToken', 'deployKey', 'registries', 'targets', 'attester', 'manifests', 'manifestJson', 'manifestToml', 'manifestXml',
  'manifestLines', 'refs', 'version', 'leg', 'stampCargo', 'stampUv', 'stamp', 'optionalSecrets', 'signing', 'secretFiles', 'keychain',
  'certificateStore', 'azureToken', 'notarytool', 'images', 'commands', 'behind', 'retry', 'smokeTest', 'artifacts', 'updateFeed', 'collect', 'handedOn', 'pack', 'unpack',
  'proveMacos', 'proveWindows', 'proveMinisign', 'proveSigning', 'rehearsal', 'rehearsedLeg', 'watch', 'watchIssue', 'packages', 'apt', 'brew',
  'windowsPath', 'choco', 'winget', 'submodules', 'npmRegistries', 'sshWithKey', 'knownHosts',
] as const;

/** The same as texts: what renders them reads no file. */
export type Scripts = Readonly<Record<(typeof SCRIPTS)[number], string>>;

/** A part of our scripts: the name of its file and its text. */
export interface ScriptPart {
  readonly file: string;
  readonly text: string;
}

/** The line that each part begins with. */
const BEGINNING = /^# ([a-z-]+\.sh) of projen-tag-build /gm;

/** How a part begins, for a reader to tell. */
export function beginningOf(file: string, version: string, sum: string): string {
  return `${file} of projen-tag-build ${version}, sha256 ${sum}\n`;
}

/** The parts of our scripts that stand in a text. Only those are asked for that it names: each is a file to read. */
export function partsIn(text: string, scripts: Scripts): ScriptPart[] {
  const named = new Set(Array.from(text.matchAll(BEGINNING), ([, file]) => file));
  return SCRIPTS.map((key) => ({ key, file: fileOf(key) }))
    .filter(({ key, file }) => named.has(file) && text.includes(scripts[key]))
    .map(({ key, file }) => ({ file, text: scripts[key] }));
}

/** The name of the file that a part lies in. */
export function fileOf(key: string): string {
  return `${kebabCase(key)}.sh`;
}
