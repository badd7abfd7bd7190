import { credentialOf } from './credentials';
import { leftOut, passedThrough, understood } from './report-lines';
import { freeObject, stepCode } from './step-code';
import { withPlaceholders } from './tag-values';
import { isWorkflowToken, runsOnTags, usedAction } from './used-action';
import { distinct } from '../../text/words';
import { call, type Code, list, object } from '../code';
import { pinnedUses, pinOf } from '../workflow/raw-steps';
import type { LegSource, StepMeaning, StepReader } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

/** Actions that tell somebody of a release, by what the job is called that does it now. */
const TELLING: Readonly<Record<string, string>> = {
  'peter-evans/repository-dispatch': 'dispatch',
  'vedantmgoyal2009/winget-releaser': 'winget',
  'vedantmgoyal9/winget-releaser': 'winget',
  'mislav/bump-homebrew-formula-action': 'homebrew',
  'dawidd6/action-homebrew-bump-formula': 'homebrew',
  'dawidd6/action-homebrew-bump-cask': 'homebrew',
  'macauley/action-homebrew-bump-cask': 'homebrew',
  'justintime50/homebrew-releaser': 'homebrew',
  'ksxgithub/github-actions-deploy-aur': 'aur',
  'slackapi/slack-github-action': 'slack',
  '8398a7/action-slack': 'slack',
  'rtcamp/action-slack-notify': 'slack',
  'act10ns/slack': 'slack',
  'ilshidur/action-discord': 'discord',
  'sarisia/actions-status-discord': 'discord',
  'tsickert/discord-webhook': 'discord',
  'sethcohen/github-releases-to-discord': 'discord',
  'appleboy/telegram-action': 'telegram',
  'appleboy/discord-action': 'discord',
};

/** What is done when everything is public. */
export const followUps: StepReader = {
  read: (step, leg) => {
    const name = usedAction(step)?.name ?? '';
    if (!runsOnTags(step) || /\b(?:steps|needs|matrix|inputs)\s*[.[]/.test(JSON.stringify([step.with, step.env]))) {
      return undefined;
    }
    return name === 'benc-uk/workflow-dispatch' ? dispatched(step, leg) : Object.hasOwn(TELLING, name) ? told(step, TELLING[name]) : undefined;
  },
};

function told(step: StepSource, id: string): StepMeaning {
  const pinned = { ...step, uses: pinnedUses(step.uses!), id: undefined, if: undefined };
  const secrets = distinct([...JSON.stringify([step.with, step.env]).matchAll(/\bsecrets\.(\w+)/g)].map(([, name]) => name)).filter((name) => name.toUpperCase() !== 'GITHUB_TOKEN');
  const code = call('PublishTarget.steps', id, object({
    afterRelease: true,
    steps: list([stepCode(pinned)]),
    secrets: secrets.length ? list(secrets.map((secret) => call('Secret.required', object({ secret, purpose: `what '${step.name ?? step.uses}' does` })))) : undefined,
  }));
  return {
    publish: [{ code, files: [] }],
    report: [
      passedThrough(step, `PublishTarget.steps('${id}', …), behind the release${pinOf(step, pinned)}`),
      ...step.if === undefined ? [] : [leftOut(step, `if: ${step.if}`, 'it happens when the release is public, and never else')],
    ],
  };
}

/** A workflow that is started by hand. */
function dispatched(step: StepSource, leg: LegSource): StepMeaning | undefined {
  const { workflow = '', repo = '', ref = '', token = '', inputs = '' } = step.with;
  const values = valuesOf(inputs, step, leg);
  const credential = credentialOf(token, leg);
  if (!/^[\w-][\w .-]*\.ya?ml$/.test(workflow) || !/^(?:[\w.-]+\/[\w.-]+)?$/.test(repo) || values === undefined || /[${}]/.test(ref) || !(credential || token === '' || isWorkflowToken(token))) {
    return undefined;
  }
  const options = object({ workflow, repository: repo || undefined, credential, ref: ref.replace(/^refs\/heads\//, '') || undefined, inputs: values });
  return { publish: [{ code: call('FollowUp.workflow', options), files: [] }], report: [understood(step, `FollowUp.workflow, which starts ${workflow}`)] };
}

function valuesOf(inputs: string, step: StepSource, leg: LegSource): Code | undefined {
  try {
    const all: Readonly<Record<string, unknown>> = JSON.parse(inputs.trim() || '{}');
    const values = Object.entries(all).map(([name, value]) => [name, withPlaceholders(String(value), step, leg)] as const);
    return values.every(([, value]) => value !== undefined) ? freeObject(Object.fromEntries(values as [string, string][])) : undefined;
  } catch {
    return undefined;
  }
}
