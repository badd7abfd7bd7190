import * as posix from 'node:path/posix';
import { directory } from './files';
import type { Acts } from './leg';
import { collected, listed, packages, signing, type Step, toolVersion } from './read-steps';
import { generatedRelease } from './release-steps';

/** Steps that every generated workflow has and that answer to nothing in a hand-written one. */
const SILENT = [
  /^check-(?:outputs|secrets)$/, /^empty-workspace$/, /^upload-(?:set|bundles)$/, /^download-(?:what-.*|set|bundles)$/, /^prove-signing$/,
  /^checkout-script$/, /^assemble$/, /^draft-release(?:-\d+)?$/, /^update-feed$/, /^guard$/, /^dependencies-.*$/,
];

/** A tool that a generated script installs, by the name of its step. */
const TOOLS: Readonly<Record<string, string>> = { 'Node.js': 'node', '.NET': 'dotnet' };

const MANAGERS: Readonly<Record<string, string>> = { apt: 'apt', Homebrew: 'brew', Chocolatey: 'choco', winget: 'winget' };

/** Reads a step that is the generator's own; anything else is somebody's. */
export function readGenerated(step: Step, acts: Acts, isPrerelease: boolean): boolean {
  const { id = '', name = '' } = step.written;
  const manager = /^Install packages by (\S+)/.exec(name)?.[1];
  const tool = /^Set up (\S+)(?: (?:from )?(.*))?$/.exec(name);
  if (SILENT.some((one) => one.test(id))) {
    return true;
  }
  if (id === 'collect') {
    acts.uploads.push({ ...step, name: '', patterns: collected(step), retention: '' });
  } else if (/^upload(?:-handed-on)?$/.test(id)) {
    acts.uploads.push({ ...acts.uploads.pop()!, retention: step.with['retention-days'] });
  } else if (id === 'unpack-handed-on') {
    step.env.HANDED_ON.split('\n').map((one) => one.split(' '))
      .forEach(([from, , path]) => acts.downloads.push({ ...step, artifact: new RegExp(`^${from}$`), path: directory(path) }));
  } else if (/^publish-release/.test(id) && step.env.TARGET !== undefined) {
    const made = /^⟦steps\.(.*)\.outputs\.token⟧$/.exec(step.env.TOKEN)?.[1];
    const secret = /^⟦secrets\.(.*)⟧$/.exec(step.env.TOKEN)?.[1].replace('GITHUB_TOKEN', '') ?? '';
    acts.releases.push(generatedRelease(step, step.around.tag, isPrerelease, made ? step.around.tokens.get(made) ?? made : secret));
  } else if (id === 'stamp-version') {
    const root = directory(step.written['working-directory'] ?? '');
    step.env.VERSION_FILES.split('\n').forEach((file) => acts.provisions.push({ ...step, kind: 'stamp', name: posix.join(root, file), version: '' }));
  } else if (/^publish-package/.test(id)) {
    acts.publications.push({ ...step, registry: 'npm' });
  } else if (/^setup-/.test(id) && manager) {
    packages(step, step.env.BREW_KIND === 'cask' ? 'cask' : MANAGERS[manager], step.env.PACKAGES.split('\n').map((one) => one.split('=')[0]), acts);
  } else if (/^setup-/.test(id) && tool && step.written.run) {
    acts.provisions.push({ ...step, kind: 'tool', name: TOOLS[tool[1]] ?? tool[1].toLowerCase(), version: toolVersion(tool[2] ?? '') });
    listed(step, acts, 'rust target', step.env.RUST_TARGETS);
    listed(step, acts, 'rust component', step.env.RUST_COMPONENTS);
  } else {
    if (step.env.SIGNING_DOC_URL) {
      signing(step, step.env, acts);
    }
    return false;
  }
  return true;
}
