/* eslint-disable @typescript-eslint/no-require-imports -- a synthesis cannot wait for an import */

// Each is loaded where a build has it: most do without.

export function loadPublishingDoc(): typeof import('./doc/publishing-doc') {
  return require('./doc/publishing-doc') as typeof import('./doc/publishing-doc');
}

export function loadPublishJobs(): typeof import('./workflow/publish-jobs') {
  return require('./workflow/publish-jobs') as typeof import('./workflow/publish-jobs');
}

export function loadRehearsal(): typeof import('./workflow/rehearsal') {
  return require('./workflow/rehearsal') as typeof import('./workflow/rehearsal');
}

export function loadWatch(): typeof import('./workflow/watch') {
  return require('./workflow/watch') as typeof import('./workflow/watch');
}
