/** What of a projenrc file is about tag builds, as far as its text says it; it is not run. */

/** How modules are named where they are imported. */
const IMPORTED = /\bfrom\s*(['"])(?<from>[^'"\n]+)\1|\b(?:require|import)\s*\(?\s*(['"])(?<called>[^'"\n]+)\3|^(?:from|import)[ \t]+(?<python>[\w.]+)/gm;

/** The names that come from this package, in every way to write that. */
const NAMES = [
  /\bimport\s+(?:type\s+)?\{([^}]*)\}\s*from\s*['"]projen-tag-build['"]/g,
  /\bimport\s+\*\s*as\s+(\w+)\s+from\s*['"]projen-tag-build['"]/g,
  /\b(?:const|let|var)\s*\{?([^}=;]*)\}?\s*=\s*require\(['"]projen-tag-build['"]\)/g,
  /^from[ \t]+projen_tag_build[ \t]+import[ \t]+\(?([\w\s,]*)/gm,
  /^import[ \t]+projen_tag_build(?:[ \t]+as[ \t]+(\w+))?/gm,
];

const OURS = /projen[-_]tag[-_]build/;

/** What a declaration of builds may need of projen: words that make no file by themselves. */
const WORDS_OF_PROJEN = /\bimport\s*\{\s*github\s*\}\s*from\s*(['"])projen\1|\{\s*github\s*\}\s*=\s*require\(\s*(['"])projen\2\s*\)/g;

/** Whether it makes a project of tag builds and imports nothing else. */
export function holdsBuildsOnly(text: string): boolean {
  return /\bTagBuildProject\b/.test(text) && modulesOf(text.replace(WORDS_OF_PROJEN, '')).every((name) => OURS.test(name));
}

/** The lines that use what comes from this package, each behind its number. */
export function linesOfBuilds(text: string): string[] {
  return linesThat(text, (uses) => uses);
}

/** Those that only name the package, among others that a project installs. */
export function linesOfPackage(text: string): string[] {
  return linesThat(text, (uses, line) => !uses && line.includes('projen-tag-build'));
}

function linesThat(text: string, isMeant: (uses: boolean, line: string) => boolean): string[] {
  const names = NAMES.flatMap((way) => [...text.matchAll(way)].flatMap(([, found]) => (found ?? '').match(/[A-Za-z_]\w*/g) ?? []));
  const words = new Set([...names.filter((name) => !['as', 'type'].includes(name)), 'projen_tag_build']);
  const uses = (line: string) => modulesOf(line).includes('projen-tag-build') || (line.match(/\w+/g) ?? []).some((word) => words.has(word));
  return text.split(/\r?\n/).flatMap((line, index) => isMeant(uses(line), line) ? [`${index + 1}: ${line.trimEnd()}`] : []);
}

function modulesOf(text: string): string[] {
  return [...text.matchAll(IMPORTED)].map(({ groups }) => groups!.from ?? groups!.called ?? groups!.python);
}
