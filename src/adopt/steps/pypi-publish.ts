import { leftOut, understood } from './report-lines';
import { stepCode } from './step-code';
import { fromWorkspace, secretIn, usedAction } from './used-action';
import { call, constant, list, object } from '../code';
import type { StepReader } from '../workflow/step-reader';

/** Only what the index takes; the release holds checksums, too. */
const GATHER = 'mkdir dist\nfind "$RELEASE_DIRECTORY" -type f \\( -name "*.whl" -o -name "*.tar.gz" \\) -exec cp {} dist/ \\;';

/** pypa/gh-action-pypi-publish: a job of its own behind the verified draft. */
export const pypiPublish: StepReader = {
  read: (step) => {
    const { 'packages-dir': current, packages_dir: older, password, ...inputs } = step.with;
    const directory = fromWorkspace(current ?? older ?? 'dist');
    const secret = secretIn(password ?? '');
    if (usedAction(step)?.name !== 'pypa/gh-action-pypi-publish' || !directory || (password !== undefined && secret === undefined) || Object.values(inputs).some((value) => value.includes('${{'))) {
      return undefined;
    }
    const publishes = { ...step, id: undefined, if: undefined, with: { ...inputs, ...password && { password } } };
    const code = call('PublishTarget.steps', 'publish-pypi', object({
      title: 'Publish to PyPI',
      steps: list([object({ name: 'Gather the distributions', run: GATHER }), stepCode(publishes)]),
      permissions: secret ? undefined : list([object({ permission: 'id-token', access: constant('github.workflows.JobPermission.WRITE'), reason: 'publish to PyPI without a token' })]),
      secrets: secret ? list([call('Secret.required', object({ secret, purpose: 'publishing to PyPI' }))]) : undefined,
    }));
    return {
      publish: [{ code, files: [`${directory}/*.whl`, `${directory}/*.tar.gz`] }],
      report: [
        understood(step, "PublishTarget.steps('publish-pypi', …), which is given the verified files"),
        ...step.if === undefined ? [] : [leftOut(step, `if: ${step.if}`, 'every tag that builds is published, and nothing else')],
      ],
    };
  },
};
