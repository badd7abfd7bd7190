/** How much of a permission there is; some are the one or the other only. */
type Levels = 'read or write' | 'read' | 'write';

/**
 * Permissions of a workflow's token.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions
 */
export const PERMISSIONS: Readonly<Record<string, Levels>> = {
  'actions': 'read or write',
  'artifact-metadata': 'read or write',
  'attestations': 'read or write',
  'checks': 'read or write',
  'code-quality': 'read or write',
  'contents': 'read or write',
  'deployments': 'read or write',
  'discussions': 'read or write',
  'id-token': 'write',
  'issues': 'read or write',
  'models': 'read',
  'packages': 'read or write',
  'pages': 'read or write',
  'pull-requests': 'read or write',
  'repository-projects': 'read or write',
  'security-events': 'read or write',
  'statuses': 'read or write',
};
