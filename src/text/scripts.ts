/** The parts of the fixed scripts that a workflow is made of, as texts: what renders them reads no file. */
export interface Scripts {
  readonly say: string;
  readonly report: string;
  readonly secrets: string;
  readonly guard: string;
  readonly appToken: string;
  readonly deployKey: string;
  readonly version: string;
  readonly leg: string;
  readonly optionalSecrets: string;
  readonly artifacts: string;
  readonly collect: string;
  readonly handedOn: string;
  readonly pack: string;
  readonly unpack: string;
}

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
  return `${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.sh`;
}
