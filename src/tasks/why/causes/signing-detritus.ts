import type { KnownCause } from '../known-cause';

export const signingDetritus: KnownCause = {
  id: 'signing-detritus',
  title: 'A file has attributes that codesign refuses',
  signs: [/resource fork, Finder information, or similar detritus not allowed/],
  cause: 'A file of the app carries extended attributes of the Finder, which were committed along with it, in an archive for instance.',
  cure: 'Run `xattr -cr` on the app before it is signed, and commit the file without them.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/dotnet/macios/issues/5202'],
};
