/* eslint-disable @typescript-eslint/no-require-imports -- a synthesis cannot wait for an import */

// Each list is loaded where a build has its subject.

export function loadDependencyRules(): typeof import('./dependency-rules') {
  return require('./dependency-rules') as typeof import('./dependency-rules');
}

export function loadPublishRules(): typeof import('./publish-rules') {
  return require('./publish-rules') as typeof import('./publish-rules');
}

export function loadRehearseRules(): typeof import('./rehearse-rules') {
  return require('./rehearse-rules') as typeof import('./rehearse-rules');
}

export function loadSigningRules(): typeof import('./signing-rules') {
  return require('./signing-rules') as typeof import('./signing-rules');
}
