import type { KnownCause } from '../known-cause';

export const signtoolTimeStamp: KnownCause = {
  id: 'signtool-time-stamp',
  title: 'signtool got no time stamp',
  signs: [/SignTool Error: The specified timestamp server either could not be reached/],
  cause: 'The server that dates signatures on Windows did not answer, or was asked in the wrong way (`/t` for `/tr`).',
  cure: 'If it stays, name another server (RFC 3161), with `/tr` and `/td sha256`, and push a new tag instead.',
  then: 'rerun',
  before: '',
  sources: ['https://github.com/toggl-open-source/toggldesktop/issues/4791'],
};
