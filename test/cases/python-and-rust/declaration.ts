import { Project } from 'projen';
import { Platform, Setup, TagBuild } from '../../../src';

export function project(outdir: string): Project {
  return new Project({ outdir, name: 'wheels' });
}

/** No Node.js anywhere. */
export function declare(wheels: Project): void {
  new TagBuild(wheels, 'wheels', {
    setup: [Setup.python('3.13'), Setup.rust('1.91.0')],
    prepare: [{ name: 'Install maturin', run: 'python -m pip install maturin==1.9.4' }],
    platforms: [
      Platform.linuxX64({ run: ['maturin build --release --out dist'], artifacts: ['dist/*.whl'] }),
      Platform.macosArm64({
        setup: [Setup.of({ name: 'Add the Intel target', run: 'rustup target add x86_64-apple-darwin' })],
        run: ['maturin build --release --target universal2-apple-darwin --out dist'],
        artifacts: ['dist/*.whl'],
      }),
    ],
  });
}
