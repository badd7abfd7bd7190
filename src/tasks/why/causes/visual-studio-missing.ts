import type { KnownCause } from '../known-cause';

export const visualStudioMissing: KnownCause = {
  id: 'visual-studio-missing',
  title: 'node-gyp finds no Visual Studio',
  signs: [/Could not find any Visual Studio installation to use/],
  cause: 'A native module is compiled on Windows, and its node-gyp does not know the Visual Studio that the runner has, because it is newer than the tool, or there is none.',
  cure: 'Raise node-gyp (by raising Node.js, or `@electron/rebuild`), or take a runner with an older Visual Studio, such as windows-2022.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/actions/runner-images/issues/14701', 'https://github.com/nodejs/node-gyp/issues/3252'],
};
