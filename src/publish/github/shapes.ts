import { fail } from '../report';

/** What is read of the API's objects. An answer is the text of a stranger until it has this shape. */

export interface Release {
  readonly id: number;
  readonly tag: string;
  readonly draft: boolean;
  readonly immutable: boolean;
  readonly prerelease: boolean;
  /** Its notes; '' where it has none. */
  readonly body: string;
  readonly url: string;
  readonly uploadUrl: string;
}

export interface Asset {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  /** Whether all of it is there; an upload that was cut off leaves one that is not. */
  readonly uploaded: boolean;
  /** `sha256:…`; '' as long as GitHub has not computed it. */
  readonly digest: string;
  /** Whether a workflow uploaded it, and no person. */
  readonly byBot: boolean;
}

export interface GitObject {
  readonly sha: string;
  readonly annotated: boolean;
}

export function releaseIn(value: unknown): Release {
  const release = fieldsIn(value, 'a release');
  return {
    id: numberIn(release, 'id'),
    tag: textIn(release, 'tag_name'),
    draft: release.draft === true,
    immutable: release.immutable === true,
    prerelease: release.prerelease === true,
    body: typeof release.body === 'string' ? release.body : '',
    url: textIn(release, 'html_url'),
    uploadUrl: textIn(release, 'upload_url'),
  };
}

export function assetIn(value: unknown): Asset {
  const asset = fieldsIn(value, 'a file of a release');
  return {
    id: numberIn(asset, 'id'),
    name: textIn(asset, 'name'),
    size: numberIn(asset, 'size'),
    uploaded: asset.state === 'uploaded',
    digest: typeof asset.digest === 'string' ? asset.digest : '',
    byBot: isFields(asset.uploader) && asset.uploader.type === 'Bot',
  };
}

/** What a ref or an annotated tag points to. */
export function gitObjectIn(value: unknown): GitObject {
  const object = fieldsIn(fieldsIn(value, 'a ref').object, 'the object of a ref');
  return { sha: textIn(object, 'sha'), annotated: object.type === 'tag' };
}

/** A text of an object whose kind is said in `what`. */
export function textOf(value: unknown, name: string, what: string): string {
  return textIn(fieldsIn(value, what), name);
}

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsIn(value: unknown, what: string): Fields {
  return isFields(value) ? value : unexpected(`${what} is no object`);
}

function textIn(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : unexpected(`'${name}' is no text`);
}

function numberIn(fields: Fields, name: string): number {
  const value = fields[name];
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : unexpected(`'${name}' is no whole number`);
}

/** Ends the command because of an answer that nobody could read. */
export function unexpected(what: string): never {
  return fail('an-answer-of-github-is-not-understood', `GitHub answered something that this version does not know: ${what}. Re-run the failed jobs; if it stays, update projen-tag-build.`);
}
