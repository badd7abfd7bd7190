import { artifactSteps } from './artifact-steps';
import { declaredSteps } from './build-steps';
import { checkoutSteps, emptyWorkspace } from './checkout-steps';
import { dependencyEnv, submoduleSteps, withoutSubmodules } from './dependency-steps';
import { GUARD } from './guard-job';
import { handedOnSteps } from './handed-on-steps';
import { checkHandedOn } from './leg-step';
import { matrix, matrixUses } from './matrix';
import { allInContainers, hasGroups, ofMatrix } from './runs-on';
import { statesAskedBy } from './secret-env';
import { needsToken } from './signing-parts';
import { proveSigningSteps, signingOutputs } from './signing-proofs';
import { withIds } from './step-lists';
import { updateFeedSteps } from './update-feed-step';
import { stampSteps } from './version-steps';
import type { Comments, Job, JobKind } from './workflow-file';
import { credentialSteps } from '../../credentials/credential-kinds';
import { ownStepsOf } from '../../model/conditions';
import { dependenciesOf, gitDependenciesIn, repositoriesOf, secretsGivenTo } from '../../model/jobs';
import type { BuildJobModel, Model, StepModel } from '../../model/model';
import type { Scripts } from '../../text/scripts';
import { andList, distinct } from '../../text/words';

export const builds: JobKind = {
  render: (model, scripts) => Object.fromEntries(model.jobs.map((job) => [job.id, buildJob(model, job, scripts)])),
  comments: ({ jobs }) => Object.assign({}, ...jobs.map(commentsOf)),
};

/**
 * Variables that Git Bash hands on as they are. It writes others that look like paths as Windows has them.
 *
 * @see https://www.msys2.org/docs/filesystem-paths/#environment-variables
 */
const AS_IT_IS = 'MSYS2_ENV_CONV_EXCL';

const PASSES_A_MAPPING = " '' lets actionlint pass a mapping, which GitHub takes";

function commentsOf({ id, artifacts, needs, platforms }: BuildJobModel): Comments {
  return {
    ...hasGroups(platforms) && { [`jobs.${id}.runs-on`]: PASSES_A_MAPPING },
    ...allInContainers(platforms) && { [`jobs.${id}.container`]: PASSES_A_MAPPING },
    [`jobs.${id}`]: [
      ' one leg a platform, all from the same commits',
      ...needs.length ? [`with what ${andList(needs.map(({ job }) => job))} built`] : [],
      ...artifacts === 'handed-on' ? ['for other jobs only'] : [],
    ].join(', '),
    [`jobs.${id}.permissions.contents`]: ' to check out this repository',
    [`jobs.${id}.permissions.id-token`]: ' to prove to Azure who signs, without a secret',
    [`jobs.${id}.env.${AS_IT_IS}`]: ' on Windows bash takes what begins with a slash for a path, even a password',
  };
}

/** One leg a platform: check out, set up, prepare, build, upload. */
export function buildJob(model: Model, job: BuildJobModel, scripts: Scripts): Job {
  const uses = matrixUses(model, job);
  const outputs = signingOutputs(job);
  const secrets = secretsOnWindows(model, job, scripts);
  const env = { ...statesAskedBy(ownStepsOf(job)), ...secrets.length && { [AS_IT_IS]: secrets.join(';') } };
  return {
    'name': `${job.title} \${{ matrix.platform }}`,
    'needs': job.needs.length ? [GUARD, ...job.needs.map((need) => need.job)] : GUARD,
    // a pushed tag has no inputs, and is built
    ...model.rehearsal && { if: '${{ !inputs.guard_only }}' },
    'runs-on': ofMatrix('runs-on', hasGroups(job.platforms)),
    ...uses.environment && { environment: '${{ matrix.environment }}' },
    ...uses.container && { container: ofMatrix('container', allInContainers(job.platforms)) },
    'permissions': {
      ...repositoriesOf(model, job).some(({ self }) => self) && { contents: 'read' },
      ...needsToken(model, job) && { 'id-token': 'write' },
    },
    'timeout-minutes': '${{ matrix.timeout-minutes }}',
    ...uses['continue-on-error'] && { 'continue-on-error': '${{ matrix.continue-on-error }}' },
    'strategy': { 'fail-fast': false, 'matrix': { include: matrix(model, job) } },
    ...Object.keys(outputs).length && { outputs },
    ...Object.keys(env).length && { env },
    'defaults': { run: { shell: 'bash' } },
    'steps': withIds(steps(model, job, scripts)),
  };
}

/** The variables that hold them, and those that dependencies are read by. */
function secretsOnWindows(model: Model, job: BuildJobModel, scripts: Scripts): string[] {
  const platforms = job.platforms.filter(({ system }) => system === 'windows');
  return distinct([
    ...platforms.flatMap((platform) => secretsGivenTo(model, { job, platform }).flatMap(({ env }) => Object.keys(env))),
    ...platforms.length ? Object.keys(dependencyEnv(model, job, scripts)) : [],
  ]);
}

function steps(model: Model, job: BuildJobModel, scripts: Scripts): StepModel[] {
  const repositories = repositoriesOf(model, job);
  return [
    checkHandedOn(model, job, scripts),
    ...emptyWorkspace(job.platforms.map(({ host }) => host)),
    ...credentialSteps([...repositories, ...gitDependenciesIn(dependenciesOf(model, job))]).map(({ step }) => step),
    ...checkoutSteps(repositories.map((repository) => withoutSubmodules(model, job, repository)), job),
    ...submoduleSteps(model, job, repositories, scripts),
    ...handedOnSteps(model, job, scripts),
    ...stampSteps(model, job, scripts),
    ...declaredSteps(model, job, scripts),
    ...proveSigningSteps(model, job, scripts),
    ...updateFeedSteps(model, job, scripts),
    ...artifactSteps(model, job, scripts),
  ];
}
