import { existsSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { type InitProject, type Project, ProjenrcFile as AnyProjenrcFile } from 'projen';
import { PROJENRCS } from '../adopt/projenrc';

/** The file that holds the declaration, in whatever language it is. */
export class ProjenrcFile extends AnyProjenrcFile {
  public readonly filePath: string;

  constructor(project: Project) {
    super(project);
    this.filePath = PROJENRCS.find((file) => existsSync(path.join(project.outdir, file))) ?? PROJENRCS[0];
  }

  /** What `projen new` leaves behind: a declaration to begin with. */
  public projectCreation({ args }: InitProject): void {
    const file = path.join(this.project.outdir, this.filePath);
    if (!existsSync(file)) {
      writeFileSync(file, beginning(String(args.name)));
    }
  }
}

function beginning(name: string): string {
  return `import { Platform, TagBuild, TagBuildProject } from 'projen-tag-build';

const project = new TagBuildProject({ name: ${JSON.stringify(name)} });

// an example: say here how your app is built, on which platforms, and which files come out
new TagBuild(project, 'installers', {
  platforms: [Platform.linuxX64({ run: ['npm ci', 'npm run package'], artifacts: ['dist/*'] })],
});

project.synth();
`;
}
