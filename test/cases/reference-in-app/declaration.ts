import { javascript, type Project } from 'projen';
import { referenceBuild } from '../../../projenrc/reference-build';
import { Repository } from '../../../src';

/** The app's own repository, so that a tag builds the commit that it names. */
export function project(outdir: string): Project {
  const app = new javascript.NodeProject({
    outdir,
    name: 'autobyteus-web',
    defaultReleaseBranch: 'main',
    packageManager: javascript.NodePackageManager.PNPM,
    github: false,
  });
  for (const system of ['linux', 'windows', 'mac']) {
    app.addTask(`build:electron:${system}`, { exec: `electron-builder --${system} --publish never` });
  }
  return app;
}

export function declare(app: Project): void {
  referenceBuild(app, Repository.self({ path: 'autobyteus-web' }));
}
