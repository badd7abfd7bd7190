import { legWords } from './legs';
import { type Section } from './section';
import { kindOfSecret, proofOf } from '../../credentials/credential-kinds';
import { openedBy } from '../../credentials/opened';
import { usedActions } from '../../github/used-actions';
import { exampleTag, runnerGroupsOf, workflowFile } from '../../model/facts';
import { environmentsOf, legsOf } from '../../model/jobs';
import { type Model, type SecretModel } from '../../model/model';
import { attests } from '../../model/publish';
import { matchingTag } from '../../model/refs';
import { workflowsOf } from '../../model/workflows';
import { guideOf } from '../../signings/kind-of-signing';
import { kindOfTarget } from '../../targets/kind-of-target';
import { checkboxes, code } from '../../text/markdown';
import { shownShellWord } from '../../text/shell';
import { andList, distinct } from '../../text/words';

/** What to tick off before the first tag, in the order in which it is done. */
export const checklist: Section = {
  id: 'checklist',
  heading: 'Before the first tag',
  render: (model, { actions }) => checkboxes([
    `${code(model.workflowPath)} is committed and pushed${model.rehearsal ? ', and on the default branch' : ''}.`,
    ...workflowsOf(model).slice(1).map((further) => `${code(further.model.workflowPath)} is on the default branch.`),
    ...model.secrets.filter((secret) => secret.required).flatMap((secret) => required(model, secret)),
    ...model.secrets.filter((secret) => !secret.required).flatMap((secret) => optional(model, secret)),
    ...privateOnes(model),
    ...model.repositories.filter(({ matchTag }) => matchTag !== '').map((repository) => `${code(repository.name)} has ${matchingTag(repository, code)}, if it is to be built there.`),
    ...model.publish.flatMap((target) => kindOfTarget(target).checklist(target, model)),
    ...(attests(model) ? ['This repository is public, or its organization has GitHub Enterprise Cloud: otherwise it cannot attest.'] : []),
    ...environmentsOf(model).map((name) => `The environment ${code(name)} exists and admits tags such as ${code(exampleTag(model))}.`),
    ...(usedActions(actions).length > 0 ? ['The actions named above are allowed here.'] : []),
    ...legsOf(model).filter(({ platform }) => platform.host === 'self-hosted')
      .map((leg) => `A runner for ${legWords(model, leg)} is online: ${leg.platform.runsOn.map(code).join(' ')}.`),
    ...runnerGroupsOf(model).map((group) => `The runner group ${code(group)} admits this repository, and a runner in it is online.`),
    ...(model.rehearsal ? [`A rehearsal passed: ${code(`gh workflow run ${shownShellWord(workflowFile(model))}`)}.`] : []),
    `The tag was never used: ${code(`git ls-remote --tags origin ${shownShellWord(exampleTag(model))}`)} prints nothing.`,
  ]),
};

function required(model: Model, secret: SecretModel): string[] {
  const where = secret.environments.length === 0 ? '' : ` in ${andList(secret.environments.map(code))}`;
  const set = `${andList(secret.names.map(code))} ${secret.names.length === 1 ? 'is' : 'are'} set${where}.`;
  return [set, ...kindOfSecret(model, secret)?.checklist(secret, openedBy(model, secret)) ?? [], ...guideOf(model, secret)?.checklist ?? []];
}

function optional(model: Model, secret: SecretModel): string[] {
  const names = andList(secret.names.map(code));
  return [
    secret.names.length === 1
      ? `${names} is set, or you decided to do without.`
      : `All of ${names} are set, or you decided to do without and none is.`,
    ...(guideOf(model, secret)?.checklist ?? []).map((line) => `If set: ${line}`),
  ];
}

function privateOnes(model: Model): string[] {
  const open = distinct(model.repositories.filter((repository) => !repository.self && proofOf(repository).by === 'being public').map(({ name }) => name));
  return open.length === 0 ? [] : [`${andList(open.map(code))} ${open.length === 1 ? 'is' : 'are'} public.`];
}
