import { oneLine } from '../text/markdown';

/** The script that publishes, as it lies in a repository: below projen's line, which tells that nobody edits it. */
export function renderPublishScript(marker: string, script: string): string {
  return marker ? `// ${oneLine(marker)}\n${script}` : script;
}
