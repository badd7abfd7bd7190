import { splitName } from './extension';
import { ASSET_NAME } from '../../github/limits';
import { filled, placeholdersIn } from '../../text/placeholders';
import type { PlannedLeg } from '../contract';

/** A file to be named. */
export interface Nameless {
  readonly leg: PlannedLeg;
  /** Its path in the artifact. */
  readonly path: string;
  /** What it is to be called before the rule is applied; its own name if nothing is said. */
  readonly called?: string;
  /** Whether it is called so whatever the rule says. */
  readonly kept?: boolean;
}

/** What a name is made of, besides the file and its leg. */
export interface NamingRule {
  /** With placeholders; '' is the default: the file's own name, with the leg's behind it where other legs have a file of that name. */
  readonly template: string;
  readonly version: string;
  readonly tag: string;
}

const OWN_NAME = '{name}{ext}';
const WITH_LEG = '{name}-{platform}{ext}';

/** What lies beside a file of the same leg and is looked for by its name. */
const COMPANION = /\.(?:blockmap|sig)$/;

/** The name of each file in a release, in their order; '' where none can be made. */
export function assetNames(files: readonly Nameless[], rule: NamingRule): string[] {
  const paths = new Set(files.map(placeOf));
  const [companions, others] = [files.filter(isCompanion), files.filter((file) => !isCompanion(file))];
  const names = new Map(namesOf(others, rule).map((name, index) => [placeOf(others[index]), name]));
  // the shorter path is that of the file that another lies beside
  for (const file of [...companions].sort((a, b) => a.path.length - b.path.length)) {
    const name = names.get(placeOf(besides(file)))!;
    names.set(placeOf(file), name && name + COMPANION.exec(file.path)![0]);
  }
  return files.map((file) => names.get(placeOf(file))!);

  function isCompanion(file: Nameless): boolean {
    return !file.kept && COMPANION.test(file.path) && paths.has(placeOf(besides(file)));
  }
}

function besides({ leg, path }: Nameless): Nameless {
  return { leg, path: path.replace(COMPANION, '') };
}

function placeOf({ leg: { name }, path }: Nameless): string {
  return `${name}/${path}`;
}

function namesOf(files: readonly Nameless[], rule: NamingRule): string[] {
  const names = files.map((file) => assetName(file, rule.template || OWN_NAME, rule));
  if (rule.template) {
    return names;
  }
  const legs = new Map<string, Set<string>>();
  files.forEach(({ leg }, index) => {
    const key = names[index].toLowerCase();
    legs.set(key, (legs.get(key) ?? new Set()).add(leg.name));
  });
  return files.map((file, index) => legs.get(names[index].toLowerCase())!.size > 1 ? assetName(file, WITH_LEG, rule) : names[index]);
}

function assetName({ leg, path, called = path.split('/').at(-1)!, kept }: Nameless, template: string, { version, tag }: NamingRule): string {
  if (kept) {
    return called;
  }
  const [written, ext] = splitName(called);
  const name = accepted(written);
  if (name === '' && placeholdersIn(template).includes('name')) {
    return '';
  }
  return accepted(filled(template, { name, ext, platform: leg.name, job: leg.job, version, tag }));
}

/**
 * A text out of the characters that GitHub leaves alone: letters without their accents, `-` for
 * everything else. Nothing is changed of a text that is out of them already.
 */
function accepted(text: string): string {
  const renamed = text.normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^0-9A-Za-z._+@-]+/g, ' ')
    .replace(/ ?\. ?/g, '.')
    .trim()
    .replace(/-* [- ]*/g, '-')
    .replace(/\.{2,}/g, '.');
  return ASSET_NAME.test(text) ? text : renamed.replace(/^[.-]+|\.+$/g, '');
}
