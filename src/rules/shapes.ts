import type { Finding } from './rule';
import { quoted } from '../text/tokens';

/** What is wrong with a value, by its place: nothing where it has the shape. */
export type Shape = (where: string, value: unknown) => Finding[];

const is = (test: (value: unknown) => boolean, allowed: string, fix: string): Shape => (where, value) =>
  test(value) ? [] : [{ where, what: `is ${shown(value)}; allowed is ${allowed}`, fix }];

export const text = is((value) => typeof value === 'string', 'a text', 'Write it in quotes.');
export const filledText = is((value) => typeof value === 'string' && value !== '', 'a text that is not empty', 'Write it in quotes.');
export const number = is((value) => typeof value === 'number', 'a number', 'Write it without quotes.');
export const flag = is((value) => typeof value === 'boolean', 'true or false', 'Write it without quotes.');
export const input = is((value) => ['string', 'number', 'boolean'].includes(typeof value), 'a text', 'Write it in quotes.');
export const object = is(isObject, 'an object', 'Write it in braces: { ... }.');
const array = is(Array.isArray, 'a list', 'Write it in brackets: [...].');

export function list(of: Shape): Shape {
  return (where, value) => Array.isArray(value) ? [...value].flatMap((item, index) => of(`${where}[${index}]`, item)) : array(where, value);
}

/** Any keys, all of them with a value of one shape. */
export function record(of: Shape): Shape {
  return (where, value) => isObject(value) ? Object.entries(value).flatMap(([key, item]) => of(`${where}.${key}`, item)) : object(where, value);
}

/** Known keys. null counts as left out, as it does where languages have no undefined. */
export function struct(optional: Readonly<Record<string, Shape>>, needed: Readonly<Record<string, Shape>> = {}): Shape {
  return (where, value) => isObject(value) ? Object.entries({ ...needed, ...optional }).flatMap(([key, shape]) =>
    key in needed || (value[key] ?? undefined) !== undefined ? shape(where ? `${where}.${key}` : key, value[key]) : [])
    : object(where || 'options', value);
}

/** One of the words of a declaration, whose options are judged where it is used. */
export function madeBy<T>(word: { readonly name: string; readonly prototype: T }, judge: (where: string, made: T) => Finding[]): Shape {
  const other = is(() => false, `what a static method of ${word.name} makes`, `Begin with '${word.name}.' and choose one.`);
  return (where, value) => isMadeBy(word, value) ? judge(where, value) : other(where, value);
}

function isMadeBy<T>(word: { readonly prototype: T }, value: unknown): value is T {
  return isObject(value) && Object.prototype.isPrototypeOf.call(word.prototype, value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
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
  return name ? `an object (${name})` : value === undefined || value === null ? String(value) : `a ${typeof value}`;
}
