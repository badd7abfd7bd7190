import { isDeepStrictEqual } from 'node:util';
import type { WorkflowChange } from '../model/model-file';
import { distinct } from '../text/words';

/** What makes one value of JSON another. */
export function changesBetween(from: unknown, to: unknown, path = ''): WorkflowChange[] {
  if (isDeepStrictEqual(from, to)) {
    return [];
  }
  if (Array.isArray(from) && Array.isArray(to)) {
    return listChanges(from, to, path);
  }
  return isMap(from) && isMap(to) ? mapChanges(from, to, path) : [{ op: 'replace', path, value: to }];
}

type JsonMap = Readonly<Record<string, unknown>>;

function isMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapChanges(from: JsonMap, to: JsonMap, path: string): WorkflowChange[] {
  const at = (key: string) => `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const gone = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
  return [
    ...gone.map((key): WorkflowChange => ({ op: 'remove', path: at(key) })),
    ...Object.entries(to).flatMap(([key, value]): WorkflowChange[] =>
      Object.hasOwn(from, key) ? changesBetween(from[key], value, at(key)) : [{ op: 'add', path: at(key), value }]),
  ];
}

/** Entries are told by what names them. Where some are named alike or stand in another order, the list is given whole. */
function listChanges(from: readonly unknown[], to: readonly unknown[], path: string): WorkflowChange[] {
  const [before, after] = [from.map(nameOf), to.map(nameOf)];
  const kept = before.filter((name) => after.includes(name));
  if (!isDeepStrictEqual(kept, after.filter((name) => before.includes(name))) || distinct(after).length < after.length) {
    return [{ op: 'replace', path, value: to }];
  }
  const gone = before.flatMap((name, index) => after.includes(name) ? [] : [index]);
  return [
    // from behind, so that no place moves that is named later
    ...gone.reverse().map((index): WorkflowChange => ({ op: 'remove', path: `${path}/${index}` })),
    ...to.flatMap((entry, index): WorkflowChange[] => before.includes(after[index])
      ? changesBetween(from[before.indexOf(after[index])], entry, `${path}/${index}`)
      : [{ op: 'add', path: `${path}/${index}`, value: entry }]),
  ];
}

/** A step by its id; what has none by all that it is. */
function nameOf(entry: unknown): string {
  return isMap(entry) && typeof entry.id === 'string' ? entry.id : JSON.stringify(entry);
}
