import { flag, list, needed, record, struct, type Table, text, type Word } from './field';
import { type ElectronBuilderUpdaterOptions, type TauriUpdaterOptions, Updater, type UpdaterFilesOptions } from '../updater';

const electronBuilder: Table<ElectronBuilderUpdaterOptions> = {
  platforms: list(text('word')),
  output: text('path'),
  channel: text('word'),
};

const tauri: Table<TauriUpdaterOptions> = {
  platforms: list(text('word')),
  targets: record('word', list(text('word'))),
  config: text('path'),
  publicKey: text('word'),
  preferMsi: flag(),
};

const files: Table<UpdaterFilesOptions> = {
  files: needed(list(text('path'))),
  holdVersion: flag(),
};

export const updater: Word<Updater> = {
  class: Updater,
  kinds: {
    'electron-builder': { options: struct(() => electronBuilder) },
    'tauri': { options: struct(() => tauri) },
    'files': { options: needed(struct(() => files)) },
  },
};
