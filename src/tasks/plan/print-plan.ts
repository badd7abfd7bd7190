import type { DependencyPlan, JobPlan, OtherWorkflow, Plan, SigningPlan, WorkflowPlan } from './plan';
import { jobNode } from './print-job';
import { drawTree, wrap, type Node } from './tree';
import { andList } from '../../text/words';

/** Columns that every terminal has. */
const WIDTH = 100;

/** A plan for people. */
export function printPlan(plan: Plan): string {
  return [
    ...wrap(headline(plan), WIDTH),
    ...plan.builds.flatMap((build) => ['', ...wrap(`${build.name} (${build.path})`, WIDTH), ...drawTree(buildNodes(build), WIDTH)]),
    ...section(`Other workflows that ${subject(plan)} starts`, plan.others.map(otherNode), ['push', 'pull_request'].includes(plan.event.name) ? 'none' : ''),
    ...section('What speaks against it', plan.objections.map(({ message, cure, id }) => ({ text: `${message} ${cure} [${id}]` })), 'nothing'),
    ...section('What could not be found out', plan.notes.map((text) => ({ text })), ''),
    '',
  ].join('\n');
}

function headline(plan: Plan): string {
  const count = plan.objections.length;
  const against = count ? `, and ${count === 1 ? 'one thing speaks' : `${count} things speak`} against it` : '';
  return `${subject(plan)} ${plan.verdict === 'does-not-run' ? 'would not run' : 'would run'}${against}.`.replace(/^./, (first) => first.toUpperCase());
}

function subject({ event }: Plan): string {
  const { name, refType, refName, fork } = event;
  const branch = refName === 'HEAD' ? 'the branch that is checked out' : `branch ${refName}`;
  switch (name) {
    case 'push': return refType === 'tag' ? `tag ${refName}` : `a push to ${branch}`;
    case 'pull_request': return `a pull request of ${branch}${fork ? ' (without secrets)' : ''}`;
    case 'schedule': return `the schedule on ${branch}`;
    case 'workflow_dispatch': return `a start by hand on ${refType} ${refName}`;
  }
}

function section(title: string, nodes: readonly Node[], none: string): string[] {
  if (!nodes.length && !none) {
    return [];
  }
  return ['', ...wrap(`${title}: ${nodes.length ? '' : none}`.trim(), WIDTH), ...drawTree(nodes, WIDTH)];
}

function buildNodes({ starts, why, suggestions, errors, jobs, leftOut, results, refs, dependencies, signing, publishing }: WorkflowPlan): Node[] {
  return [
    { text: `${starts ? 'starts' : 'does not start'}: ${why}` },
    ...errors.map((text) => ({ text })),
    ...suggestions.length ? [{ text: `did you mean ${suggestions.map((tag) => `'${tag}'`).join(' or ')}?` }] : [],
    ...jobs.map((job: JobPlan) => jobNode(job)),
    ...leftOut.length ? [{ text: 'leaves out', children: leftOut.map(({ leg, secrets }) => ({ text: `${leg}, which is not given ${andList(secrets)}` })) }] : [],
    ...results.length && handsOn(jobs) ? [{ text: 'results', children: results.map(({ name, leg, path }) => ({ text: `artifact ${name} of ${leg}, from ${path.join(', ')}` })) }] : [],
    ...refs.length ? [{ text: 'refs', children: refs.map(({ repository, ref }) => ({ text: `${repository} at ${ref}` })) }] : [],
    ...dependencies.length ? [{ text: 'fetches', children: dependencies.map(dependencyNode) }] : [],
    ...signing.length ? [{ text: 'proves', children: signing.map(signingNode) }] : [],
    ...publishing.length ? [{ text: 'publishes', children: publishing.map((text) => ({ text })) }] : [],
  ];
}

function dependencyNode({ leg, dependency, secrets }: DependencyPlan): Node {
  return { text: `${leg}, in its steps that install: ${dependency}${secrets.length ? `, with ${secrets.join(', ')}` : ''}` };
}

function signingNode({ leg, signing, required, proves }: SigningPlan): Node {
  return { text: `${leg}, ${signing}: ${proves}${required ? '' : ', where its secrets are set'}` };
}

/** Where every artifact is a result, each upload says enough. */
function handsOn(jobs: readonly JobPlan[]): boolean {
  return jobs.some(({ legs }) => legs.some(({ steps }) => steps.some(({ artifact }) => artifact?.handedTo.length)));
}

function otherNode({ path, name, why, publishes, errors }: OtherWorkflow): Node {
  const title = name === path ? path : `${name} (${path})`;
  const publishing = publishes.length ? `, and it seems to publish to ${publishes.join(' and ')}` : '';
  return { text: `${title}: ${why}${publishing}`, children: errors.map((text) => ({ text })) };
}
