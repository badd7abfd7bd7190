import { Project } from 'projen';
import { Platform, type PlatformOptions, TagBuild } from '../../../src';

export function project(outdir: string): Project {
  return new Project({ outdir, name: 'everywhere' });
}

/** Steps that many platforms share name them in one list. */
export function declare(everywhere: Project): void {
  const unix: PlatformOptions = { run: ['./build.sh'], artifacts: ['dist/*.tar.gz'], preBuildSteps: [{ name: 'Say where', run: 'uname -a' }] };
  const windows: PlatformOptions = { run: ['./build.sh --msi'], artifacts: ['dist/*.msi'] };
  new TagBuild(everywhere, 'everywhere', {
    platforms: [
      Platform.linuxX64(unix),
      Platform.linuxArm64(unix),
      Platform.macosX64(unix),
      Platform.macosArm64(unix),
      Platform.windowsX64(windows),
      Platform.windowsArm64(windows),
      Platform.of('linux-next', { ...unix, runsOn: ['ubuntu-26.04'] }),
      Platform.of('windows-2022', { ...windows, runsOn: ['windows-2022'], timeoutMinutes: 45 }),
      Platform.linuxX64({ ...unix, name: 'linux-old', runsOn: ['ubuntu-22.04'], allowedToFail: 'The system goes away.' }),
    ],
  });
}
