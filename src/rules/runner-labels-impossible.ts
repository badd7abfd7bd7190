import type { DeclarationRule } from './rule';
import { allRunners, hostedOrUnknown, type PlacedRunner } from './runner-labels';
import { findRunner } from '../github/runners';

export const runnerLabelsImpossible: DeclarationRule = {
  id: 'runner-labels-impossible',
  level: 'error',
  about: 'declaration',
  cause: "No runner can have these labels, so the job would wait for a day and then fail: one is blank, or two name different runners of GitHub's own.",
  cure: "Name one of GitHub's own runners, or the labels of a machine of yours with `self-hosted` among them.",
  check: (model) => [...allRunners(model).flatMap(blank), ...hostedOrUnknown(model).flatMap(several)],
};

function blank({ where, runsOn }: PlacedRunner) {
  return runsOn.some((label) => label.trim() === '') ? [{ where, what: 'has a blank runner label', fix: 'Leave it out.' }] : [];
}

function several({ where, runsOn }: PlacedRunner) {
  const hosted = [...new Set(runsOn.map((label) => findRunner(label)?.label).filter((label) => label !== undefined))];
  return hosted.length > 1 ? [{
    where,
    what: `asks for one runner with the labels ${hosted.map((label) => `'${label}'`).join(' and ')}, and each of GitHub's own has one of them`,
    fix: 'Name one of them; declare a platform for each.',
  }] : [];
}
