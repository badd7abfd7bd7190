import { flag, list, record, struct, type Table, text, type Word } from './field';
import {
  AzureAuthentication,
  type AzureSigningOptions,
  type MacSigningOptions,
  Notarization,
  Signing,
  type SigningOptions,
  type TauriUpdaterSigningOptions,
  type WindowsSigningOptions,
} from '../signing';

const all: Table<SigningOptions> = {
  title: text('name'),
  without: text('phrase', { filled: true }),
  secrets: record('variable', text('secret')),
};

const mac: Table<MacSigningOptions> = {
  ...all,
  notarization: text('word', { among: Object.values(Notarization) }),
  files: list(text('path')),
  teamId: text('word'),
};

const windows: Table<WindowsSigningOptions> = {
  ...all,
  publisher: text('name'),
  files: list(text('path')),
};

const azure: Table<AzureSigningOptions> = {
  ...windows,
  authentication: text('word', { among: Object.values(AzureAuthentication) }),
};

const tauriUpdater: Table<TauriUpdaterSigningOptions> = {
  ...all,
  password: flag(),
  config: text('path'),
};

const onMac = { options: struct(() => mac) };
const onWindows = { options: struct(() => windows) };

export const signing: Word<Signing> = {
  class: Signing,
  kinds: {
    'azure': { options: struct(() => azure) },
    'codesign': onMac,
    'electron-builder-mac': onMac,
    'electron-builder-windows': onWindows,
    'electron-forge-mac': onMac,
    'electron-forge-windows': onWindows,
    'tauri-mac': onMac,
    'tauri-updater': { options: struct(() => tauriUpdater) },
    'tauri-windows': onWindows,
  },
};
