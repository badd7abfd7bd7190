import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesIn, inNewDirectory, write } from '../../cases/harness';
import { layDown } from '../../support/packed';

let place: string;
let command: string;

beforeAll(() => {
  place = mkdtempSync(join(realpathSync(tmpdir()), 'synth-'));
  command = layDown(place);
});
afterAll(() => rmSync(place, { recursive: true }));

export const BUILD = `const project = new TagBuildProject({ name: 'app' });
new TagBuild(project, 'app', { platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'] })] });
project.synth();
`;
export const IMPORT = "import { Platform, TagBuild, TagBuildProject } from 'projen-tag-build';\n";
export const REQUIRE = "const { Platform, TagBuild, TagBuildProject } = require('projen-tag-build');\n";
export const TYPED = 'const count: number = 1;\n';

interface Ran { readonly code: number | null; readonly stdout: string; readonly stderr: string; readonly made: string[] }

/** The command in a repository that has these files and no packages; times are another each run. */
export function synth(files: Record<string, string>, program = command, ...args: string[]): Ran {
  return inNewDirectory((root) => {
    write(root, files);
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'synth', ...args], { cwd: root, encoding: 'utf8' });
    return { code: status, stdout, stderr: stderr.replace(/\d+ s\b/g, '1 s'), made: Object.keys(filesIn(root)).filter((file) => !(file in files)) };
  });
}

/** What is said around a projenrc that prints nothing. */
export function around(file: string): string {
  return `● running ${file}\n✓ done in 1 s\n`;
}

export const MADE = ['.github/workflows/app.yml', '.projen/files.json', '.projen/tag-builds.json', '.projen/tasks.json', 'README.md', 'docs/app.md'];
