import { Project, typescript } from 'projen';
import { Repository } from 'projen-tag-build';
import { referenceBuild } from './projenrc/reference-build';

/** The reference build as a user has it: from the published package, in a project of its own. */
const project = new Project({ name: 'desktop' });
new typescript.ProjenrcTs(project, { runner: typescript.TypeScriptRunner.tsx() });
referenceBuild(project, Repository.github('AutoByteus/autobyteus-web'));
project.synth();
