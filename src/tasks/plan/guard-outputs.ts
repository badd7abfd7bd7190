import type { PlannedEvent } from './plan';
import { matchesGlob } from '../../github/glob';
import { MAX_TAG_BYTES } from '../../github/limits';
import { readTagFilterSource } from '../../github/tag-filter-sources';
import { list, mapping, type Mapping } from '../../github/workflow-reader';

/** What a guard hands on, as far as it is known before the run. The commits are not. */
export interface GuardFacts {
  /** None where the filters are not of the kind that is generated. */
  readonly real?: string;
  readonly tag: string;
  readonly name: string;
  readonly version: string;
  readonly prerelease: string;
}

const REST = '(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?';
const CORES = ['[0-9]+\\.[0-9]+\\.[0-9]+', '[0-9]+\\.[0-9]+'];
/** The order of assets/guard.sh: three numbers before two, behind a `v` before anywhere. */
const VERSIONS = CORES.flatMap((core) => [
  new RegExp(`(?:^|.*[^0-9A-Za-z.])v(${core}${REST})$`),
  new RegExp(`(?:^|[^0-9.])(${core}${REST})$`),
]);

/** The version in a tag, found as assets/guard.sh finds it; GitHub takes no longer one. */
export function versionOf(tag: string): string | undefined {
  const found = Buffer.byteLength(tag) > MAX_TAG_BYTES ? [] : VERSIONS.map((pattern) => pattern.exec(tag)?.[1]);
  return found.find((version) => version !== undefined);
}

/** What assets/guard.sh makes of an event, with the filters that stand in the workflow. */
export function guardFacts(tagFilters: string, { refType, refName }: PlannedEvent): GuardFacts {
  const name = refName.replace(/[":<>|*?\\/\r\n]/g, '-');
  if (refType !== 'tag') {
    return { real: 'false', tag: '', name, version: '', prerelease: 'false' };
  }
  const found = versionOf(refName);
  const version = found ?? name;
  const prerelease = found !== undefined && version.split('+')[0].includes('-');
  const wanted = isWanted(tagFilters, refName);
  return { ...wanted !== undefined && { real: String(wanted) }, tag: refName, name, version, prerelease: String(prerelease) };
}

/** The last line that matches decides: `+ ERE` or `- ERE`. */
function isWanted(tagFilters: string, tag: string): boolean | undefined {
  const filters = tagFilters.split('\n').filter(Boolean).map((line) => ({ sign: line.slice(0, 2), tokens: readTagFilterSource(line.slice(2)) }));
  return filters.some(({ sign, tokens }) => !tokens || !['+ ', '- '].includes(sign))
    ? undefined
    : filters.filter(({ tokens }) => matchesGlob(tokens!, tag)).at(-1)?.sign === '+ ';
}

/** The outputs of a job that are the guard's, whatever they are called there. */
export function guardOutputs(job: Mapping, event: PlannedEvent): Record<string, string> {
  const guard = list(job.steps).map(mapping).find(({ id, env }) => id === 'guard' && typeof mapping(env).TAG_FILTERS === 'string');
  if (!guard) {
    return {};
  }
  const facts = guardFacts(String(mapping(guard.env).TAG_FILTERS), event);
  return Object.fromEntries(Object.entries(mapping(job.outputs)).flatMap(([name, output]) => {
    const fact = /^\$\{\{ *steps\.guard\.outputs\.(\w+) *\}\}$/.exec(String(output))?.[1];
    const value = fact && Object.hasOwn(facts, fact) ? facts[fact as keyof GuardFacts] : undefined;
    return value === undefined ? [] : [[name, value]];
  }));
}
