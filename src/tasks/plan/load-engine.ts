import type { Engine } from '../../github/workflow-engine';

/**
 * Loads GitHub's parser and expression engine: only what needs them pays for them. They load only
 * where they are bundled with the command, for plain Node.js cannot import them.
 */
export async function loadEngine(): Promise<Engine> {
  return { ...await import('@actions/workflow-parser'), ...await import('@actions/expressions') };
}
