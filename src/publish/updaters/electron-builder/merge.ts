import type { Described } from './described-files';
import type { Entry } from './update-info';
import { shown } from './words';
import { isMap, type Yaml, type YamlMap } from './yaml';
import { writeYaml } from './yaml-writer';
import { type FoundFile, locationOf } from '../../assemble/legs';
import { error, type Message } from '../../report';
import { sumOf } from '../../sha256';

/** What becomes of the metadata of all legs that is called by one name. */
export interface Merged {
  readonly content: string;
  /** In the order in which an updater sees them. */
  readonly files: readonly MergedFile[];
  readonly problems: readonly Message[];
}

/** A file by the name that it has in the release. */
export interface MergedFile {
  readonly url: string;
  readonly file: FoundFile;
}

/**
 * What a name says of the architecture: older updaters take the first file whatever it says, and
 * whoever has one of those has x64, or runs what is for it.
 */
const ARCHITECTURES = [/x64/, /arm64|ia32|armv7l/];

/** Fields that are made anew; all others must be the same in all. */
const MADE: readonly string[] = ['files', 'path', 'sha512', 'sha2', 'releaseDate', 'packages', 'version'];

/** Merges metadata; files are called by the names that they have in the release. One leg's alone stays as it is. */
export async function merged(metadata: readonly Described[], nameOf: (file: FoundFile) => string): Promise<Merged> {
  const named = metadata.map((one) => withNames(one, nameOf));
  const files = named.flatMap(({ files: list }) => list);
  const rank = ({ url }: MergedFile) => ARCHITECTURES.findIndex((architecture) => architecture.test(url));
  const sorted = [...files].sort((a, b) => rank(a) - rank(b));
  if (named.length === 1 && !named[0].renamed) {
    return { content: metadata[0].text, files, problems: [] };
  }
  const packages = new Map(named.flatMap((one) => [...one.packages]));
  const fields = new Map<string, Yaml>(metadata.flatMap((one) => [...one.fields]));
  const made: Record<string, Yaml | undefined> = {
    files: sorted.map(({ fields: one }) => one),
    path: sorted[0]?.url,
    sha512: sorted[0]?.fields.get('sha512'),
    sha2: sorted[0] && fields.has('sha2') ? await sumOf(locationOf(sorted[0].file), 'sha256', 'hex') : undefined,
    releaseDate: latest(metadata.map((one) => one.fields.get('releaseDate'))),
    packages,
  };
  const content = writeYaml(new Map([...fields].map(([key, value]) => [key, made[key] ?? value])));
  return { content, files: sorted, problems: [...differences(metadata), ...packageProblems(metadata)] };
}

interface Named {
  readonly files: readonly (MergedFile & { readonly fields: YamlMap })[];
  readonly packages: YamlMap;
  readonly renamed: boolean;
}

function withNames({ entries, fields, files: found }: Described, nameOf: (file: FoundFile) => string): Named {
  const named = entries.filter((entry) => found.has(entry)).map((entry) => ({ entry, file: found.get(entry)!, url: nameOf(found.get(entry)!) }));
  const lists = { files: fields.get('files') as readonly Yaml[], packages: fields.get('packages') };
  const of = (kind: Entry['field']) => named.filter(({ entry }) => entry.field === kind);
  return {
    files: of('url').map(({ entry, file, url }) => ({ url, file, fields: new Map([...lists.files[entries.indexOf(entry)] as YamlMap, ['url', url]]) })),
    packages: new Map(of('path').map(({ entry, url }) => {
      const key = entry.at.slice('packages.'.length);
      const one = (lists.packages as YamlMap).get(key) as YamlMap;
      return [key, new Map([...one].map(([field, value]) => [field, ['path', 'file'].includes(field) ? url : value]))];
    })),
    renamed: named.some(({ entry, url }) => entry.name !== url),
  };
}

function latest(dates: readonly (Yaml | undefined)[]): Yaml | undefined {
  return [...dates].sort((a, b) => Date.parse(String(b)) - Date.parse(String(a)))[0];
}

/** What one leg says and another does not say, or says otherwise. */
function differences([first, ...others]: readonly Described[]): Message[] {
  const keys = (other: Described) => [...new Set([...first.fields.keys(), ...other.fields.keys()])].filter((key) => !MADE.includes(key));
  return others.flatMap((other) => keys(other).flatMap((key) => {
    const [one, two] = [first, other].map(({ fields }) => valueOf(fields.get(key)));
    return one === two ? [] : [
      error('update-metadata-cannot-be-merged', `${first.name}: ${key} is ${one} in that of ${first.file.leg.name}, and ${two} in that of ${other.file.leg.name}, and one file stands for both. Let all platforms build with one configuration.`),
    ];
  }));
}

function valueOf(value: Yaml | undefined): string {
  if (value === undefined) return 'not there';
  return shown(isMap(value) || Array.isArray(value) ? JSON.stringify(writeYaml(new Map([['', value]]))) : String(value));
}

/** Two legs that bring the package of one architecture. */
function packageProblems(metadata: readonly Described[]): Message[] {
  const all = metadata.flatMap((one) => one.entries.filter(({ field }) => field === 'path').map((entry) => ({ one, entry })));
  return all.flatMap(({ one, entry }, index) => {
    const before = all.slice(0, index).find((other) => other.entry.at === entry.at && other.entry.sha512 !== entry.sha512);
    return before ? [error('update-metadata-cannot-be-merged', `${one.name}: ${entry.at} is ${shown(before.entry.name)} in that of ${before.one.file.leg.name}, and ${shown(entry.name)} in that of ${one.file.leg.name}. Let one platform build it.`)] : [];
  });
}
