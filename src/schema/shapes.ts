import type { Field, TextField } from './field';
import { quoted } from '../text/tokens';

export type Properties = Readonly<Record<string, unknown>>;

/** What a static method of one of the declaration's classes made. */
export interface Made {
  readonly _spec: Properties & { readonly kind: string };
}

/** null counts as left out, as it does where languages have no undefined. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** Whether a value is of the kind that its place takes, without a look at what it holds. */
export function hasShape(field: Field, value: unknown): boolean {
  if ('orText' in field && field.orText && typeof value === 'string') {
    return true;
  }
  switch (field.is) {
    case 'text':
      return isText(field, value);
    case 'number':
    case 'flag':
      return typeof value === (field.is === 'flag' ? 'boolean' : 'number');
    case 'list':
      return Array.isArray(value);
    case 'word':
      return isObject(value) && Object.prototype.isPrototypeOf.call(field.word.class.prototype, value);
    case 'record':
    case 'struct':
      return isOptions(value);
  }
}

function isText({ filled, scalar, among }: TextField, value: unknown): boolean {
  return typeof value === 'string'
    ? (!filled || value.trim() !== '') && (among?.includes(value) ?? true)
    : scalar === true && (typeof value === 'boolean' || Number.isFinite(value));
}

/** An object that somebody wrote down: no list, no Date or Map, nothing that a class of ours made. */
function isOptions(value: unknown): boolean {
  return isObject(value) && Object.prototype.toString.call(value) === '[object Object]' && !('_spec' in value);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Inherited ones, too: their values would be read. */
export function keysOf(value: object): string[] {
  const keys: string[] = [];
  for (const key in value) {
    keys.push(key);
  }
  return keys;
}

/** What a place takes, and how that is written. */
export function shapeOf(field: Field, value: unknown): { readonly allowed: string; readonly fix: string } {
  switch (field.is) {
    case 'text':
      return { allowed: textOf(field), fix: isChoice(field, value) ? otherText(field) : 'Write it in quotes.' };
    case 'number':
      return { allowed: 'a number', fix: 'Write it without quotes.' };
    case 'flag':
      return { allowed: 'true or false', fix: 'Write it without quotes.' };
    case 'list':
      return { allowed: 'a list', fix: 'Write it in brackets: [...].' };
    case 'word':
      return { allowed: `what a static method of ${field.word.class.name} makes`, fix: `Begin with '${field.word.class.name}.' and choose one.` };
    case 'record':
    case 'struct':
      return { allowed: 'an object', fix: 'Write it in braces: { ... }.' };
  }
}

/** Quotes alone would not help. */
function isChoice({ among }: TextField, value: unknown): boolean {
  return typeof value === 'string' || among !== undefined && !(typeof value === 'boolean' && among.includes(`${value}`));
}

function textOf({ filled, among }: TextField): string {
  return among ? `one of ${among.map(quoted).join(', ')}` : filled ? 'a text that is not empty' : 'a text';
}

function otherText({ among, needed }: TextField & { readonly needed?: unknown }): string {
  return among ? 'Choose one of them.' : needed === true ? 'Fill it in.' : 'Fill it in, or leave it out.';
}

/** A value in a message. */
export function shown(value: unknown): string {
  if (typeof value === 'string') {
    return `the text ${quoted(value)}`;
  }
  if (typeof value === 'number' || typeof value === 'boolean') {
    return `the ${typeof value} ${value}`;
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  const name = isObject(value) ? value.constructor?.name : undefined;
  return name ? `an object (${name})` : isGiven(value) ? `a ${typeof value}` : String(value);
}
