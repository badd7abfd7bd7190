import * as path from 'node:path/posix';
import type { Place } from './place';
import type { Sight } from './sight';
import { fields } from '../../outside/data';
import { distinct } from '../../text/words';

/** Files that say what else is needed, and where it lies. */
const FILES = [
  'Cargo.toml', 'src-tauri/Cargo.toml', 'src-tauri/tauri.conf.json', 'go.mod', 'go.work', 'pubspec.yaml', 'pyproject.toml', 'Makefile',
  'electron-builder.yml', 'electron-builder.yaml', 'electron-builder.json', 'electron-builder.json5', 'pnpm-workspace.yaml',
];

/** `../server`, or further up. */
const UP = /(?<![\w.*/])((?:\.\.\/)+[A-Za-z0-9][\w.-]*)/g;

/** Files that a script runs. */
const PROGRAM = /[\w./-]+\.(?:sh|bash|js|cjs|mjs|ts|py|ps1)\b/g;
const MOST_PROGRAMS = 20;

/** A directory beside the repository that its files lead to. */
export interface Sibling {
  readonly name: string;
  /** The file that leads there. */
  readonly file: string;
  /** Whether it lies here. */
  readonly isThere: boolean;
}

export function siblingsOf(place: Place, sight: Sight): Sibling[] {
  const { scripts, manifest } = sight;
  const dependencies = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((group) => Object.values(fields(manifest[group])));
  const lines = [...Object.values(scripts), ...dependencies.filter((one): one is string => typeof one === 'string' && /^(?:file|link|portal):/.test(one))];
  const programs = distinct(lines.flatMap((line) => line.match(PROGRAM) ?? [])).map((file) => path.normalize(file)).filter((file) => !file.startsWith('.') && !file.startsWith('/'));
  const texts = [
    { file: 'package.json', text: lines.map((line) => line.replace(/^(?:file|link|portal):/, ' ')).join('\n') },
    ...[...FILES, ...programs.slice(0, MOST_PROGRAMS)].filter((file) => sight.has(file)).map((file) => ({ file, text: sight.text(file) ?? '' })),
  ];
  const found = texts.flatMap(({ file, text }) => [...text.matchAll(UP)].flatMap(([, up]) => {
    const [dots, name, ...more] = path.join(path.dirname(sight.path(file)), up).split('/');
    return dots === '..' && name !== undefined && name !== '..' && !more.length ? [{ name, file: sight.path(file), isThere: place.siblings.includes(name) }] : [];
  }));
  return [...new Map(found.map((one) => [one.name, one])).values()];
}
