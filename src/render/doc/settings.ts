import { legWords } from './legs';
import { type Section } from './section';
import { usedActions } from '../../github/used-actions';
import { exampleTag, runnerGroupsOf } from '../../model/facts';
import { environmentsOf, legsOf } from '../../model/jobs';
import { type Model } from '../../model/model';
import { attests, environmentsOfTargets, releasesOf } from '../../model/publish';
import { type BuildWorkflow, rehearsedLegs, workflowsOf } from '../../model/workflows';
import { blocks, bullets, code, heading } from '../../text/markdown';
import { andList, distinct } from '../../text/words';

/** What a repository or an organization may have switched off. The doctor looks up the same, as far as GitHub tells. */
export const settings: Section = {
  id: 'settings',
  heading: 'Settings that can refuse it',
  render: (model, { actions }) => blocks(
    'Look these up under Settings, in the repository and in its organization. The stricter one counts.',
    admission(model),
    allowedActions(model, actions),
    tags(model),
    attesting(model),
    ownRunners(model),
    runnerGroups(model),
  ),
};

function admission(model: Model): string {
  const names = environmentsOf(model);
  if (names.length === 0) return '';
  return blocks(
    heading(3, 'Environments'),
    `Settings, Environments, ${andList(names.map(code))}: each must admit your tags.`,
    bullets([
      '"Protected branches only" refuses every tag.',
      `"Selected branches and tags" needs a rule of type *tag* that matches ${code(exampleTag(model))}. A branch rule does not count, and ${code('*')} does not match ${code('/')}.`,
      ...(model.rehearsal && legsOf(model).some(({ platform }) => platform.environment !== '') ? ['For a rehearsal it needs a rule for the branch as well.'] : []),
      ...(rehearsedLegs(model).some(({ platform }) => platform.environment !== '') ? [`What is rehearsed must be admitted as well: branches, and for pull requests a rule such as ${code('refs/pull/*/merge')}. Required reviewers hold each rehearsal.`] : []),
      `Required reviewers hold the ${environmentsOfTargets(model.publish).some((name) => name !== '') ? 'job' : 'platform'} until someone approves.`,
    ]),
  );
}

function allowedActions(model: Model, uses: readonly string[]): string {
  const actions = usedActions(uses);
  const unpinned = actions.filter((action) => !action.pinned).map((action) => code(action.name));
  return blocks(
    heading(3, 'Actions'),
    'Actions must be switched on: Settings, Actions, General.',
    actions.length === 0 ? '' : 'If only selected actions are allowed, these must be among them:',
    bullets(actions.map((action) => code(action.name))),
    actions.length === 0 ? '' : aboutPinning(unpinned),
    protections(model),
  );
}

function aboutPinning(unpinned: readonly string[]): string {
  return unpinned.length === 0
    ? 'Each is pinned to a full commit SHA, so a policy that asks for this is satisfied.'
    : `A policy that asks for a full commit SHA refuses ${andList(unpinned)}: the declaration does not pin ${unpinned.length === 1 ? 'it' : 'them'}.`;
}

function protections(model: Model): string {
  const events = model.rehearsal ? `${code('push')} and ${code('workflow_dispatch')}` : code('push');
  return blocks(
    heading(3, 'Workflow execution protections'),
    `If events or people are limited there, ${events} must be allowed for ${code(model.workflowPath)}, and so must whoever pushes the tag.`,
    bullets(workflowsOf(model).slice(1).map((further) => `${andList(eventsOf(further).map(code))} for ${code(further.model.workflowPath)}.`)),
  );
}

function eventsOf({ kind, model: { rehearse } }: BuildWorkflow): string[] {
  const { pullRequests, branches, schedule } = rehearse!;
  return kind === 'watch' ? ['schedule', 'workflow_dispatch'] : [
    ...pullRequests ? ['pull_request'] : [], ...branches.length ? ['push'] : [], ...schedule ? ['schedule'] : [],
  ];
}

function tags(model: Model): string {
  return blocks(
    heading(3, 'Tags'),
    `A ruleset may keep you from creating ${code(exampleTag(model))}: Settings, Rules, Rulesets, target "Tag".${targetTags(model)}`,
  );
}

function targetTags(model: Model): string {
  const others = distinct(releasesOf(model).map(({ repository }) => repository)).filter((name) => name !== '');
  return others.length === 0 ? '' : ` So may one of ${andList(others.map(code))} keep the run from creating it there.`;
}

function attesting(model: Model): string {
  return attests(model) ? blocks(
    heading(3, 'Attestations'),
    'GitHub keeps attestations of a public repository, and of an internal one. Of a private one it does so only if its organization has GitHub Enterprise Cloud, and of a private one of a user never.',
  ) : '';
}

function ownRunners(model: Model): string {
  const own = legsOf(model).filter(({ platform }) => platform.host === 'self-hosted');
  if (own.length === 0) return '';
  return blocks(
    heading(3, 'Self-hosted runners'),
    `${andList(own.map((leg) => legWords(model, leg)))} ${own.length === 1 ? 'waits' : 'wait'} for a runner that has all its labels. `
      + 'The runner group must admit this repository, and the runner must be online: a job waits for 24 hours, then it fails.',
  );
}

function runnerGroups(model: Model): string {
  const groups = runnerGroupsOf(model);
  return groups.length === 0 ? '' : blocks(
    heading(3, 'Runner groups'),
    `Settings of the organization, Actions, Runner groups, ${andList(groups.map(code))}: each must admit this repository.`,
    bullets([
      'A group admits no public repository unless that is switched on.',
      `If it admits selected workflows only, ${code(model.workflowPath)} must be among them, and at your tags.`,
    ]),
  );
}
