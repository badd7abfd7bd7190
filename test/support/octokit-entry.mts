/** What src/tasks/doctor/load-octokit.ts imports: ES modules, which Jest cannot load as they are. */
export { Octokit } from '@octokit/core';
export { retry } from '@octokit/plugin-retry';
export { throttling } from '@octokit/plugin-throttling';
