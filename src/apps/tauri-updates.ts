import type { BuiltFile } from './built-files';
import type { TauriPlatform } from './tauri';
import { fields } from '../outside/data';

/** Of each bundle that apps update themselves by: the end of what is signed, and of what is for apps of version 1. */
const UPDATES: Readonly<Record<string, readonly string[]>> = {
  app: ['.app.tar.gz'],
  appimage: ['.AppImage', '.AppImage.tar.gz'],
  deb: ['.deb'],
  msi: ['.msi', '.msi.zip'],
  nsis: ['.exe', '.nsis.zip'],
  rpm: ['.rpm'],
};

/** Those that older versions do not sign. */
const OF_LATE = ['deb', 'rpm'];

/** What an update is made of, and its signature: for each where it may lie. */
export interface Update {
  readonly files: readonly Pick<BuiltFile, 'paths'>[];
  readonly isCertain: boolean;
}

/** Whether Tauri makes what updates are made of, and for which apps. */
export function createsUpdates({ configuration }: Pick<TauriPlatform, 'configuration'>): boolean | 'v1Compatible' {
  const { createUpdaterArtifacts: made } = fields(configuration.bundle);
  return made === 'v1Compatible' ? made : made === true;
}

/** Of 'v1Compatible' either kind will do. @see https://github.com/tauri-apps/tauri/pull/10940 */
export function updatesOf({ target, paths }: BuiltFile, made: true | 'v1Compatible'): Update[] {
  const endings = Object.hasOwn(UPDATES, target) ? UPDATES[target] : [];
  return endings.slice(0, made === true ? 1 : undefined).map((ending) => {
    const files = paths.map((path) => path.replace(/\.[^./]+$/, ending));
    return { files: [{ paths: files }, { paths: files.map((file) => `${file}.sig`) }], isCertain: !OF_LATE.includes(target) };
  });
}
