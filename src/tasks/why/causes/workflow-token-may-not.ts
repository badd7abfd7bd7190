import type { KnownCause } from '../known-cause';

export const workflowTokenMayNot: KnownCause = {
  id: 'workflow-token-may-not',
  title: 'The workflow\'s token lacks a permission',
  signs: [/Resource not accessible by integration/],
  cause: 'A step does by the workflow\'s own token what the permissions of its job do not allow; a release needs `contents: write`.',
  cure: 'Give that one job the permission, or leave what publishes to a `PublishTarget`.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/softprops/action-gh-release/issues/232', 'https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api'],
};
