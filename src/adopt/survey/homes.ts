import type { App, AppKind } from './app';
import { appKinds } from './app-kinds';
import { Files } from './files';
import type { Place } from './place';
import { Sight } from './sight';

/** Where no app of the repository lies. */
const OTHERS = /^(?:\..*|node_modules|target|dist|build|out|bin|obj|vendor|third_party|docs?|examples?|fixtures|tests?|e2e|src-tauri|__.*)$/;
/** More directories than an app is looked for in. */
const MOST = 300;

/** An app, and what it was known by. */
interface FoundApp {
  readonly kind: AppKind;
  readonly app: App;
}

export function appsIn(sight: Sight): FoundApp[] {
  return appKinds.flatMap((kind) => {
    const app = kind.read(sight);
    return app ? [{ kind, app }] : [];
  });
}

/** The directories that an app seems to be built in, the likeliest first; '' is the root. */
export function homesOf(place: Place): string[] {
  // what is broken somewhere else is no problem of the app
  const files = new Files(place);
  const homes = directoriesOf(files).map((directory) => ({ directory, apps: appsIn(new Sight(files, directory)) })).filter(({ apps }) => apps.length);
  const certain = homes.filter(({ apps }) => apps.some(({ kind }) => kind.isCertain));
  const root = homes.filter(({ directory }) => directory === '');
  const best = root.some((home) => certain.includes(home)) ? root : certain.length ? [...certain, ...root] : root.length ? root : homes;
  return best.map(({ directory }) => directory);
}

/** The root, what lies in it, and what lies in that. */
function directoriesOf(files: Files): string[] {
  const below = (directory: string) => files.names(directory).filter((name) => !OTHERS.test(name))
    .map((name) => directory === '' ? name : `${directory}/${name}`).filter((one) => files.names(one).length);
  const first = below('');
  return ['', ...first, ...first.flatMap(below)].slice(0, MOST);
}
