import { kebabCase } from './words';

/** The parts of the fixed scripts that a workflow is made of, each in a file of `assets/`. */
export const SCRIPTS = [
  'say', 'report', 'secrets', 'guard', 'appToken', 'deployKey', 'targets', 'attester', 'version', 'leg', 'optionalSecrets', 'signing', 'secretFiles', 'keychain',
  'certificateStore', 'azureToken', 'notarytool', 'images', 'commands', 'artifacts', 'updateFeed', 'collect', 'handedOn', 'pack', 'unpack',
  'proveMacos', 'proveWindows', 'proveMinisign', 'proveSigning',
] as const;

/** The same as texts: what renders them reads no file. */
export type Scripts = Readonly<Record<(typeof SCRIPTS)[number], string>>;

/** A part of our scripts: the name of its file and its text. */
export interface ScriptPart {
  readonly file: string;
  readonly text: string;
}

/** The parts of our scripts that stand in a text. */
export function partsIn(text: string, scripts: Scripts): ScriptPart[] {
  return Object.entries(scripts)
    .filter(([, part]) => text.includes(part))
    .map(([key, part]) => ({ file: fileOf(key), text: part }));
}

/** The name of the file that a part lies in. */
export function fileOf(key: string): string {
  return `${kebabCase(key)}.sh`;
}
