import { type Release, releaseMeaning } from './release-target';
import { usedAction } from './used-action';
import type { StepReader } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

type Inputs = StepSource['with'];

/** An action that makes a release or adds files to one. */
interface ReleaseAction {
  readonly actions: readonly string[];
  /** Inputs that are said, or that a run of ours has no need of. */
  readonly known: readonly string[];
  /** What its inputs say. */
  said(inputs: Inputs): Release;
}

const lines = (text = ''): string[] => text.split('\n');
const commas = (text = ''): string[] => text.split(/[,\n]/);

const RELEASE_ACTIONS: readonly ReleaseAction[] = [
  {
    actions: ['softprops/action-gh-release'],
    said: (inputs) => ({
      repository: inputs.repository,
      token: inputs.token,
      tag: inputs.tag_name,
      title: inputs.name,
      body: inputs.body,
      bodyFile: inputs.body_path,
      generated: inputs.generate_release_notes,
      draft: inputs.draft,
      prerelease: inputs.prerelease,
      latest: inputs.make_latest,
      discussion: inputs.discussion_category_name,
      files: lines(inputs.files).map((file) => inputs.working_directory ? `${inputs.working_directory}/${file}` : file),
    }),
    known: ['repository', 'token', 'tag_name', 'name', 'body', 'body_path', 'generate_release_notes', 'draft', 'prerelease', 'make_latest', 'discussion_category_name', 'files',
      'working_directory', 'fail_on_unmatched_files', 'preserve_order', 'overwrite_files'],
  },
  {
    actions: ['ncipollo/release-action'],
    said: (inputs) => ({
      repository: inputs.owner || inputs.repo ? `${inputs.owner ?? ''}/${inputs.repo ?? ''}` : undefined,
      token: inputs.token,
      tag: inputs.tag,
      title: inputs.name,
      body: inputs.body,
      bodyFile: inputs.bodyFile,
      generated: inputs.generateReleaseNotes,
      draft: inputs.draft,
      prerelease: inputs.prerelease,
      latest: inputs.makeLatest,
      discussion: inputs.discussionCategory,
      files: commas(inputs.artifacts ?? inputs.artifact),
    }),
    known: ['owner', 'repo', 'token', 'tag', 'name', 'body', 'bodyFile', 'generateReleaseNotes', 'draft', 'prerelease', 'makeLatest', 'discussionCategory', 'artifacts', 'artifact',
      'allowUpdates', 'artifactErrorsFailBuild', 'artifactContentType', 'replacesArtifacts', 'removeArtifacts', 'updateOnlyUnreleased'],
  },
  {
    actions: ['actions/create-release'],
    said: (inputs) => ({
      repository: inputs.owner || inputs.repo ? `${inputs.owner ?? ''}/${inputs.repo ?? ''}` : undefined,
      tag: inputs.tag_name,
      title: inputs.release_name,
      body: inputs.body,
      bodyFile: inputs.body_path,
      draft: inputs.draft,
      prerelease: inputs.prerelease,
      files: [],
    }),
    known: ['owner', 'repo', 'tag_name', 'release_name', 'body', 'body_path', 'draft', 'prerelease'],
  },
  {
    actions: ['actions/upload-release-asset', 'shogo82148/actions-upload-release-asset'],
    said: (inputs) => ({ isPart: true, files: lines(inputs.asset_path), others: renamed(inputs.asset_name, inputs.asset_path) }),
    known: ['upload_url', 'asset_path', 'asset_name', 'asset_content_type', 'github_token', 'overwrite'],
  },
  {
    actions: ['svenstaro/upload-release-action'],
    said: (inputs) => ({
      repository: inputs.repo_name,
      token: inputs.repo_token,
      tag: inputs.tag,
      title: inputs.release_name,
      body: inputs.body,
      draft: inputs.draft,
      prerelease: inputs.prerelease,
      latest: inputs.make_latest,
      files: lines(inputs.file),
      others: renamed(inputs.asset_name, inputs.file),
    }),
    known: ['repo_name', 'repo_token', 'tag', 'release_name', 'body', 'draft', 'prerelease', 'make_latest', 'file', 'asset_name', 'file_glob', 'overwrite', 'promote', 'check_duplicate'],
  },
  {
    actions: ['marvinpinto/action-automatic-releases'],
    said: (inputs) => ({ token: inputs.repo_token, tag: inputs.automatic_release_tag, title: inputs.title, draft: inputs.draft, prerelease: inputs.prerelease, generated: 'true', files: lines(inputs.files) }),
    known: ['repo_token', 'automatic_release_tag', 'title', 'draft', 'prerelease', 'files'],
  },
  {
    actions: ['eregon/publish-release'],
    said: () => ({ draft: 'false', isEdit: true, isPart: true, files: [] }),
    known: ['release_id'],
  },
];

/** Files keep the names that the build gives them. */
function renamed(name = '', path = ''): Release['others'] {
  return name === '' || name === '$tag' || path.trim().split(/[\\/]/).pop() === name.trim() ? []
    : [[`asset_name: ${name}`, "files keep their names; `release: { assetName }` puts the platform and the version in, for instance '{name}-{platform}{ext}'"]];
}

const TOKENS = ['GITHUB_TOKEN', 'GH_TOKEN', 'GITHUB_REPOSITORY'];

export const releaseActions: StepReader = {
  read: (step, leg) => {
    const name = usedAction(step)?.name ?? '';
    const action = RELEASE_ACTIONS.find(({ actions }) => actions.includes(name));
    if (!action) {
      return undefined;
    }
    const said = action.said(step.with);
    const unknown = Object.entries(step.with).filter(([input]) => !action.known.includes(input)).map(([input, value]) => [`${input}: ${value}`, 'PublishTarget.githubRelease has no option for it'] as const);
    const variables = Object.keys(step.env).filter((variable) => !TOKENS.includes(variable)).map((variable) => [`env: ${variable}`, 'nothing reads it there'] as const);
    const token = said.token ?? step.env.GITHUB_TOKEN ?? step.env.GH_TOKEN;
    return releaseMeaning(step, leg, { ...said, token, others: [...said.others ?? [], ...unknown, ...variables] });
  },
};
