import * as path from 'node:path/posix';
import { byAction } from './by-action';

/** @see https://github.com/ruby/setup-ruby#usage */
export const ruby = byAction({
  title: 'Ruby',
  name: 'ruby',
  action: 'ruby/setup-ruby',
  version: 'ruby-version',
  // it knows the files by their names alone, in the directory that it works in
  versionFile: (file) => ({ 'ruby-version': path.basename(file), 'working-directory': path.dirname(file) }),
  told: { 'bundler-cache': false },
}, {
  versionFiles: { '.ruby-version': /\S/, '.tool-versions': /^ruby[ \t]+\S/m, 'mise.toml': /^[ \t]*ruby[ \t]*=[ \t]*['"][^'"\n]+['"][ \t]*(?:#|$)/m },
});
