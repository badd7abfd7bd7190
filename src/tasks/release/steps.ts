import type { RaisedFile } from './raise-versions';

export interface CommitStep {
  readonly kind: 'commit';
  readonly files: readonly RaisedFile[];
  readonly message: string;
}

export interface TagStep {
  readonly kind: 'tag';
  readonly tag: string;
  readonly message: string;
  /** The object of the same name that is replaced here; '' where there is none. */
  readonly replaces: string;
}

export interface PushStep {
  readonly kind: 'push';
  readonly remote: string;
  readonly tag: string;
  /** A ref of the remote; '' where the tag goes alone. */
  readonly destination: string;
  /** The object that the tag has on the remote and is moved from; '' where there is none. */
  readonly replaces: string;
}

/** What is done one after another. */
export type Step = CommitStep | TagStep | PushStep;

export interface Wanted {
  readonly tag: string;
  readonly version: string;
  /** Of the commit and of the tag; `%s` stands for the version, as for "npm version". */
  readonly message: string;
  readonly files: readonly RaisedFile[];
  readonly remote: string;
  readonly destination: string;
  /** Whether the tag is here already, at the commit that is to be tagged. */
  readonly isTagged: boolean;
  /** The objects of the tag where it is moved: here and on the remote. */
  readonly replaces: { readonly here: string; readonly there: string };
}

/** From what is wanted to what is to be done for it. */
export function stepsFor({ tag, version, message: template, files, remote, destination, isTagged, replaces }: Wanted): Step[] {
  const message = template.replaceAll('%s', version);
  return [
    ...files.length ? [{ kind: 'commit', files, message } as const] : [],
    ...isTagged ? [] : [{ kind: 'tag', tag, message, replaces: replaces.here } as const],
    { kind: 'push', remote, tag, destination, replaces: replaces.there },
  ];
}
