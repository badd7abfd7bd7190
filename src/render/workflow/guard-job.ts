import { secretLines, secretsBeforeTheBuild, secretStates } from './secret-env';
import type { Job, Scripts } from './workflow-file';
import { kindOf } from '../../credentials/credential-kinds';
import { isNegativeTagFilter, tagFilterToRegExpSource } from '../../github/tag-filters';
import type { Model, RepositoryModel } from '../../model/model';
import { fromRoot } from '../paths';

/** Outputs that say what is built, besides the commits. */
export const GUARD_FACTS = ['real', 'tag', 'name', 'version', 'prerelease'];

/** The output that holds the commit of a repository. */
export function commitOutput({ id }: RepositoryModel): string {
  return `commit-${id}`;
}

/** Checks everything that a build needs, in seconds, and hands on what is to be built. */
export function guardJob(model: Model, scripts: Scripts): Job {
  const outputs = [...GUARD_FACTS, ...model.repositories.filter(({ self }) => !self).map(commitOutput)];
  return {
    'name': 'Guard',
    // a fork has neither the secrets nor the intention
    'if': '${{ !github.event.repository.fork }}',
    'runs-on': model.guard.runsOn.length === 1 ? model.guard.runsOn[0] : model.guard.runsOn,
    'permissions': {},
    'timeout-minutes': 5,
    'outputs': Object.fromEntries(outputs.map((name) => [name, `\${{ steps.guard.outputs.${name} }}`])),
    'defaults': { run: { shell: 'bash' } },
    'steps': [{
      name: 'Check secrets and repositories',
      id: 'guard',
      env: guardEnv(model),
      run: `${scripts.report}\n${scripts.secrets}\n${scripts.guard}`,
    }],
  };
}

function guardEnv(model: Model): Record<string, string> {
  const secrets = secretsBeforeTheBuild(model);
  const credentials = model.repositories.map(({ credential }) => kindOf(credential).guardEnv(credential));
  return {
    TAG_FILTERS: model.tags.map(filterLine).join('\n'),
    REPOSITORIES: model.repositories.map(repositoryLine).join('\n'),
    ...secrets.length && { SECRETS: secretLines(secrets), ...secretStates(secrets) },
    ...Object.assign({}, ...credentials),
    WORKFLOW_TOKEN: '${{ github.token }}',
    DOC_URL: docUrl(model),
  };
}

function filterLine(pattern: string): string {
  return isNegativeTagFilter(pattern) ? `- ${tagFilterToRegExpSource(pattern.slice(1))}` : `+ ${tagFilterToRegExpSource(pattern)}`;
}

function repositoryLine({ id, self, name, ref, path, credential }: RepositoryModel): string {
  const source = self ? 'self - -' : `${name} ${ref || 'HEAD'} ${kindOf(credential).guardField(credential)}`;
  return `${id} ${source} ${path || '.'}`;
}

/** The doc as it was when the tag was made. */
export function docUrl(model: Model): string {
  const path = fromRoot(model, model.setupDoc.path).split('/').map(encodeURIComponent).join('/');
  return `\${{ github.server_url }}/\${{ github.repository }}/blob/\${{ github.sha }}/${path}`;
}
