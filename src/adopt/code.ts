/**
 * Code of a declaration, as data: it is printed as TypeScript, JavaScript or Python, and can be
 * evaluated where no compiler is. Names are those of the TypeScript API; a printer of another
 * language turns them into its own.
 */
export type Code = string | number | boolean | ListCode | ObjectCode | CallCode | ConstantCode | NameCode;

export interface ListCode {
  readonly kind: 'list';
  readonly items: readonly Item[];
}

export interface Item {
  readonly value: Code;
  /** Lines above it, without the signs of a comment. */
  readonly comments?: readonly string[];
}

/** Options: of a call the last argument, or of what holds them. */
export interface ObjectCode {
  readonly kind: 'object';
  readonly entries: readonly Entry[];
}

export interface Entry extends Item {
  readonly key: string;
  /** Whether the key is a user's own text, as those of `env`, and no option. */
  readonly free?: true;
}

/** A static function of an exported class, for instance `Repository.github`. */
export interface CallCode {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Code[];
}

/** A member of an exported enum, for instance `VersionMode.STAMP`; of projen's, `github.workflows.JobPermission.WRITE`. */
export interface ConstantCode {
  readonly kind: 'constant';
  readonly name: string;
}

/** One of the draft's own constants. */
export interface NameCode {
  readonly kind: 'name';
  readonly name: string;
}

/** A tag build that is still to be written. */
export interface Draft {
  readonly id: string;
  /** The options of `TagBuild`. */
  readonly options: ObjectCode;
  /** What several options share, such as a credential; each may name those before it. */
  readonly constants: readonly Constant[];
  /** Lines above the declaration. */
  readonly comments: readonly string[];
  /** What is added to its workflow. */
  readonly jobs: readonly AddedJob[];
}

/** A job that calls another workflow. */
export interface AddedJob {
  readonly id: string;
  /** As projen's `addJob` takes it. */
  readonly options: ObjectCode;
  readonly comments: readonly string[];
  /** Ids of the build's own jobs that wait for it. */
  readonly before: readonly string[];
}

export interface Constant extends Item {
  /** In camel case. */
  readonly name: string;
}

export function call(name: string, ...args: readonly Code[]): CallCode {
  return { kind: 'call', name, args };
}

export function constant(name: string): ConstantCode {
  return { kind: 'constant', name };
}

export function list(values: readonly Code[]): ListCode {
  return { kind: 'list', items: values.map((value) => ({ value })) };
}

/** Options; those that are undefined are left out. */
export function object(values: Readonly<Record<string, Code | undefined>>): ObjectCode {
  return { kind: 'object', entries: Object.entries(values).flatMap(([key, value]) => value === undefined ? [] : [{ key, value }]) };
}

/** Whether it is a call, of that name if one is given. */
export function isCall(code: Code, name?: string): code is CallCode {
  return typeof code === 'object' && code.kind === 'call' && (name === undefined || code.name === name);
}
