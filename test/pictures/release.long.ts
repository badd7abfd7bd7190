import { join } from 'node:path';
import { terminalPicture } from './terminal-picture';
import { Platform } from '../../src';
import { expectGolden } from '../support/golden';
import { inTerminal } from '../support/pty';
import { declared, publishing, World } from '../tasks/release/world';

const ROOT = join(__dirname, '..', '..');
const PROGRAM = [join(ROOT, 'node_modules', '.bin', 'tsx'), join(ROOT, 'src', 'cli.ts')];
const COLUMNS = 96;

const BUILD = { run: ['make'], artifacts: ['dist/*'] };
const FILES = {
  ...declared({ platforms: [Platform.linuxX64(BUILD), Platform.windowsX64(BUILD), Platform.macosArm64(BUILD)] }),
  'package.json': '{\n  "name": "app",\n  "version": "0.1.0"\n}\n',
};
const INSTALLERS = [
  { platform: 'linux-x64', name: 'app.AppImage', bytes: Buffer.alloc(9_412_608, 'linux') },
  { platform: 'windows-x64', name: 'app-setup.exe', bytes: Buffer.alloc(8_127_496, 'windows') },
  { platform: 'macos-arm64', name: 'app.dmg', bytes: Buffer.alloc(8_790_016, 'macos') },
];
/** In moments, of which GitHub's clock has ten seconds, and whoever follows the run five. */
const LASTS = {
  'Build linux-x64': { lasts: 3 },
  'Build windows-x64': { lasts: 6 },
  'Build macos-arm64': { lasts: 4 },
};

let world: World;

beforeEach(async () => { world = await World.start(FILES); });
afterEach(async () => world.close());

test('release, from a commit to what is public', async () => {
  const { repository, scene } = world;
  repository.script('installers.yml', { attempts: [publishing(LASTS, INSTALLERS)] });
  const { code, seen } = await inTerminal([...PROGRAM, 'release', '1.0.0'], {
    cwd: scene.root,
    env: { ...world.env, TERM: 'xterm-256color', NODE_OPTIONS: `--require ${join(__dirname, 'impatient.cjs')}` },
    columns: COLUMNS,
    typed: [['Release v1.0.0?', 'yes\r']],
  });
  expect(code).toBe(0);
  expectGolden(join(ROOT, 'docs', 'pictures', 'release.svg'), terminalPicture({
    command: 'npx projen-tag-build release 1.0.0',
    description: 'In a terminal: what speaks for and against a release, the question and its answer, the commit, the tag, the run job by job, and what is public.',
    seen: unvaried(seen),
    columns: COLUMNS,
  }));
}, 60_000);

/** What is another each time: the address on loopback, the commit before and that of the release, and what holds it. */
function unvaried(seen: string): string {
  const { github, repository, scene } = world;
  const [before, released] = scene.git('log', '--reverse', '--format=%h').split('\n');
  const manifest = repository.releases[0].assets.find(({ name }) => name === 'build-manifest.json')!;
  return [
    [github.url, 'https://github.com'],
    [before, '45356a0'],
    [released, '9dd8c01'],
    [manifest.digest!.slice('sha256:'.length, 'sha256:'.length + 16), '0123456789abcdef'],
  ].reduce((text, [varies, shown]) => text.replaceAll(varies, shown), seen);
}
