import { release, type github, type Project } from 'projen';
import type { AppFiles } from './app-files';
import { workflowJson } from './workflow';
import { actionPublishes, commandsPublish, RELEASE } from '../github/publishers';
import { literalFilter } from '../github/shared-tags';
import { readConfiguration } from '../outside/configuration';
import { type Fields, fields, text, texts } from '../outside/data';
import type { OtherRelease } from '../rules/rule';
import { quoted } from '../text/tokens';

/** The job of projen's own workflow that makes a tag and its release. */
const RELEASE_JOB = 'release_github';

const WORKFLOWS = '.github/workflows';

/** What projen keeps of the branches that it releases from. */
interface Branch {
  readonly workflow?: github.GithubWorkflow;
  readonly tagPrefix?: string;
  readonly majorVersion?: number;
  readonly minorVersion?: number;
  readonly prerelease?: string;
}

/**
 * What makes releases in the repository beside the builds: projen's own release workflows, once all
 * hooks have run, and what is written by hand, as far as it can be told.
 *
 * @param marker projen's line in generated files: one that it will remove makes nothing any more
 */
export function otherReleasesOf(root: Project, files: AppFiles, marker: string): OtherRelease[] {
  return [...root.node.findAll().filter((one) => one instanceof release.Release).flatMap(byProjen), ...byHand(files, marker)];
}

function byProjen(component: release.Release): OtherRelease[] {
  const { project } = component;
  const branches = (component as unknown as { readonly _branches?: readonly Branch[] })._branches ?? [];
  return branches.flatMap((branch) => {
    // there is none of what a person releases, and no file where projen writes no workflows
    if (!branch.workflow?.file) {
      return [];
    }
    const workflow = fields(workflowJson(branch.workflow));
    const job = fields(fields(workflow.jobs)[RELEASE_JOB]);
    const awaited = tagsIn(workflow);
    return job.steps ? [{
      by: `the release of project ${quoted(project.name)} (${branch.workflow.file.path})`,
      tags: [tagsOf(branch, project), ...awaited],
      isCertain: true,
      isSilent: !awaited.length && usesOwnToken(job),
    }] : [];
  });
}

/** As projen composes them. */
function tagsOf({ tagPrefix, majorVersion: major, minorVersion: minor, prerelease }: Branch, project: Project): string {
  const prefix = tagPrefix ?? project.tasks.tryFind('bump')?.envVars.RELEASE_TAG_PREFIX ?? '';
  const number = '[0-9]+';
  return `${literalFilter(prefix)}v${major ?? number}.${minor ?? number}.${number}${prerelease ? `-${literalFilter(prerelease)}.${number}` : ''}`;
}

function usesOwnToken({ steps }: Fields): boolean {
  return (steps as unknown[]).some((step) => /^\$\{\{ *(?:secrets\.GITHUB_TOKEN|github\.token) *\}\}$/.test(text(fields(fields(step).env).GITHUB_TOKEN)));
}

/** Only what a tag starts by a filter that is written down: without one it may be meant for branches. */
function byHand(files: AppFiles, marker: string): OtherRelease[] {
  const [generated] = marker.split('.');
  return files.namesIn(WORKFLOWS).filter((name) => /\.ya?ml$/.test(name)).map((name) => `${WORKFLOWS}/${name}`).flatMap((file): OtherRelease[] => {
    const written = files.read(file) ?? '';
    if (!written.includes('tags') || generated && written.includes(generated)) {
      return [];
    }
    const workflow = fields(readConfiguration(file, written));
    const tags = tagsIn(workflow);
    return tags.length && makesRelease(workflow) ? [{ by: `the workflow ${file}`, tags, isCertain: false, isSilent: false }] : [];
  });
}

/** The filters for tags that a workflow is started by. */
function tagsIn(workflow: Fields): string[] {
  return texts([fields(fields(workflow.on).push).tags].flat());
}

function makesRelease({ jobs }: Fields): boolean {
  const steps = Object.values(fields(jobs)).flatMap((job) => Object.values(fields(job).steps ?? [])).map(fields);
  return steps.some(({ uses, run }) => [...actionPublishes(text(uses), {}), ...commandsPublish(text(run))].includes(RELEASE));
}
