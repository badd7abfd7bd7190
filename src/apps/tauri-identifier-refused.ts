import type { AppCheck } from './app-check';
import { TAURI_FILES, tauriPlatforms } from './tauri';
import { text } from '../outside/data';

const DEFAULT = 'com.tauri.dev';

/** @see https://v2.tauri.app/reference/config/#identifier */
export const tauriIdentifierRefused: AppCheck = {
  id: 'tauri-identifier-refused',
  cause: 'Tauri refuses to build an app with the identifier that a new project has, with none, or with one that has other characters than letters, digits, `-` and `.`.',
  cure: 'Write an identifier of your own, for instance `com.example.notes`. It must stay as it is from then on: installed apps are known by it.',
  files: () => TAURI_FILES,
  check: (seen) => tauriPlatforms(seen).filter(({ command }) => command === 'build').flatMap(({ platform, configuration, file }) => {
    const identifier = text(configuration.identifier);
    const isFit = identifier !== '' && identifier !== DEFAULT && /^[\p{Alphabetic}\p{N}.-]+$/u.test(identifier);
    return isFit ? [] : [{
      at: platform,
      what: `the identifier in ${file} is '${identifier}', with which Tauri builds nothing`,
      fix: "Write one of your own out of letters, digits, '-' and '.', for instance 'com.example.notes'.",
    }];
  }),
};
