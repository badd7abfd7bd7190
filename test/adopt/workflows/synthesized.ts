import { Project } from 'projen';
import { REPOSITORY } from './differences';
import { TagBuild, type TagBuildOptions } from '../../../src';
import type { Synthesized } from '../../../src/adopt/compare/compare';
import { filesIn, inNewDirectory, shortened, synthesize, write } from '../../cases/harness';
import { before as tauriFiles } from '../../cases/tauri-updates/declaration';

/** Files of the repository that a declaration refers to. */
const before = {
  '.nvmrc': '22\n',
  'go.mod': 'module example.org/app\n\ngo 1.23\n',
  'package.json': '{"name": "app", "version": "0.0.0", "engines": {"node": "22"}}\n',
  'src-tauri/Cargo.toml': '[package]\nname = "app"\nversion = "0.0.0"\n',
  'CHANGELOG.md': '# Changelog\n',
  'docs/NEWS.md': '# News\n',
};

const tauri = JSON.parse(tauriFiles['src-tauri/tauri.conf.json']);

const json = (content: object) => `${JSON.stringify(content, undefined, 2)}\n`;

/** What some builds need, and others would contradict. */
const own: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'monorepo': { 'package.json': json({ packageManager: 'pnpm@9.12.0', engines: { node: '22' } }) },
  'tauri-action': {
    'src-tauri/tauri.conf.json': json({
      ...tauri,
      plugins: { updater: { ...tauri.plugins.updater, endpoints: [`https://github.com/${REPOSITORY}/releases/latest/download/latest.json`] } },
    }),
  },
};

/**
 * What a declaration makes in a repository that has little else.
 *
 * @param change what follows it
 */
export function synthesized(id: string, options: TagBuildOptions, change: (build: TagBuild) => void = () => {}): Synthesized {
  return inNewDirectory((outdir) => {
    write(outdir, { ...before, ...own[id] });
    const project = new Project({ outdir, name: 'app' });
    change(new TagBuild(project, id, options));
    synthesize(project);
    const files = filesIn(outdir);
    const text = (name: string) => files[`.github/workflows/${name}.yml`] && shortened(files[`.github/workflows/${name}.yml`]);
    return { workflow: text(id), rehearsal: text(`${id}-rehearsal`) };
  });
}
