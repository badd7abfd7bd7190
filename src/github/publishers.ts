import { distinct } from '../text/words';

/** An action or a command, and where it seems to publish. */
interface Publisher {
  readonly where: string;
  readonly actions?: RegExp;
  readonly commands?: RegExp;
}

/** Where a release is made. */
export const RELEASE = 'a GitHub release';

/**
 * What is commonly used to publish. It is a guess and called one: a script may publish by other
 * means, and a command may be one that only seems to.
 */
const PUBLISHERS: readonly Publisher[] = [
  {
    where: RELEASE,
    actions: new RegExp([
      'softprops/action-gh-release', 'ncipollo/release-action', 'actions/(?:create-release|upload-release-asset)',
      'svenstaro/upload-release-action', '[^/]+/action-automatic-releases', 'goreleaser/goreleaser-action',
      'googleapis/release-please-action', 'tauri-apps/tauri-action', 'cycjimmy/semantic-release-action',
    ].join('|'), 'i'),
    commands: /\bgh\s+release\s+(?:create|upload|edit)\b|\bgoreleaser\s+release\b|\bsemantic-release\b|\/releases\b.*\b(?:-X|--request|--method)\s+POST\b/,
  },
  {
    where: 'a package registry',
    actions: /^(?:pypa\/gh-action-pypi-publish|js-devtools\/npm-publish|changesets\/action)/i,
    commands: new RegExp([
      '\\b(?:npm|pnpm|yarn|yarn npm|lerna|cargo|poetry|uv|deno|jsr|vsce|ovsx|gradlew?)\\s+(?:-\\S+\\s+)*publish\\b',
      '\\btwine\\s+upload\\b', '\\bgem\\s+push\\b', '\\bnuget\\s+push\\b', '\\bmvn\\b.*\\bdeploy\\b',
    ].join('|')),
  },
  { where: 'a container registry', commands: /\b(?:docker|podman|buildah)\s+push\b|\bdocker\s+buildx\s+build\b.*--push\b/ },
  { where: 'wherever electron-builder is configured to', commands: /\belectron-builder\b.*(?:--publish|-p)[ =](?:always|onTag|onTagOrDraft)\b/ },
  {
    where: 'a web site or a bucket',
    actions: /^(?:actions\/deploy-pages|peaceiris\/actions-gh-pages|jamesives\/github-pages-deploy-action)/i,
    commands: /\baws\s+s3\s+(?:cp|sync)\b|\bgsutil\s+(?:cp|rsync)\b|\bwrangler\s+(?:deploy|publish)\b/,
  },
  { where: 'a git repository', commands: /\bgit\s+push\b/ },
];

/** Where an action seems to publish. */
export function actionPublishes(uses: string, inputs: Readonly<Record<string, string>>): string[] {
  const [action] = uses.split('@');
  if (/^docker\/build-push-action$/i.test(action)) {
    return inputs.push === 'true' ? ['a container registry'] : [];
  }
  return PUBLISHERS.filter(({ actions }) => actions?.exec(action)?.index === 0).map(({ where }) => where);
}

/** As much of a line as anybody writes: what looks for two words far apart takes long in an endless one. */
const LONGEST_LINE = 4_000;

/** Where commands seem to publish. */
export function commandsPublish(run: string): string[] {
  const lines = run.replace(/\\\n/g, ' ').split('\n').map((line) => line.slice(0, LONGEST_LINE)).filter((line) => !/^\s*#/.test(line) && !/--dry-run\b/.test(line));
  return distinct(lines.flatMap((line) => PUBLISHERS.filter(({ commands }) => commands?.test(line)).map(({ where }) => where)));
}
