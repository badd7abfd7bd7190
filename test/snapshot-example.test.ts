import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Project, Testing } from 'projen';
import { parse } from 'yaml';
import { Platform, TagBuild } from '../src';

test('each platform builds its installer', () => {
  // a directory of its own: projen synthesizes there and deletes it
  const project = new Project({ name: 'my-app', outdir: mkdtempSync(join(tmpdir(), 'my-app-')) });
  new TagBuild(project, 'installers', {
    platforms: [
      Platform.linuxX64({ run: ['npm ci', 'npm run package'], artifacts: ['dist/*.AppImage'] }),
      Platform.macosArm64({ run: ['npm ci', 'npm run package'], artifacts: ['dist/*.dmg'] }),
    ],
  });

  const files = Testing.synth(project);
  const workflow = parse(files['.github/workflows/installers.yml']);

  expect(workflow.on.push.tags).toEqual(['v*.*.*']);
  expect(workflow.jobs.build.strategy.matrix.include).toMatchInlineSnapshot(`
[
  {
    "artifact": "installers-linux-x64",
    "artifacts": "dist/*.AppImage",
    "platform": "linux-x64",
    "runs-on": "ubuntu-24.04",
    "timeout-minutes": 120,
  },
  {
    "artifact": "installers-macos-arm64",
    "artifacts": "dist/*.dmg",
    "platform": "macos-arm64",
    "runs-on": "macos-15",
    "timeout-minutes": 120,
  },
]
`);
});
