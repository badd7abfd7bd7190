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
