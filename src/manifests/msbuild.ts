import { type ManifestKind, type PlacedText, type PlacedVersion, placedVersions } from './manifest-kind';

const TAG = /^<[A-Za-z_][^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>/;

/** `<Version>` in every `<PropertyGroup>` that has it, else `<VersionPrefix>`. */
export const msbuild: ManifestKind = {
  files: /(?:proj|\.props)$/,
  part: 'manifestXml',
  place: '<Version> or <VersionPrefix> in a <PropertyGroup>',
  read: (text) => {
    const properties = propertiesOf(text);
    const named = (wanted: string): PlacedVersion[] => placedVersions(properties.filter(({ name }) => name === wanted));
    const versions = named('Version');
    return versions.length ? versions : named('VersionPrefix').map((found) => ({ ...found, coreOnly: true }));
  },
  write: (version, { coreOnly }) => coreOnly && /[-+]/.test(version) ? undefined : version,
  takes: 'any version in <Version>, numbers only in <VersionPrefix>',
};

interface Property extends PlacedText {
  readonly name: string;
}

/** The properties that hold nothing but text; none where it is no XML. */
function propertiesOf(text: string): Property[] {
  const found: Property[] = [];
  const path: string[] = [];
  let begins = false;
  for (let rest = text; ;) {
    const at = /<[^<]/.exec(rest)?.index;
    if (at === undefined) {
      return path.length ? [] : found;
    }
    const value = { text: rest.slice(0, at), at: text.length - rest.length, length: at };
    rest = rest.slice(at);
    const end = endOf(rest);
    if (rest[1] === '/') {
      const name = path.pop() ?? '';
      if (begins && path.join('/') === 'Project/PropertyGroup') {
        found.push({ name, ...value });
      }
    }
    begins = false;
    if (/^<[^/?!]/.test(rest)) {
      const [tag] = TAG.exec(rest) ?? [];
      if (tag === undefined) {
        return [];
      }
      if (!tag.endsWith('/>')) {
        path.push(/^<([^ \t\r\n/>]+)/.exec(tag)![1]);
        begins = true;
      }
      rest = rest.slice(tag.length);
    } else {
      const mark = rest.indexOf(end);
      if (mark < 0) {
        return [];
      }
      rest = rest.slice(mark + end.length);
    }
  }
}

function endOf(markup: string): string {
  return markup.startsWith('<!--') ? '-->' : markup.startsWith('<![CDATA[') ? ']]>' : '>';
}
