import type { DependencyPlan, JobPlan, OtherWorkflow, Plan, SigningPlan, Verdict, WorkflowPlan } from './plan';
import { jobNode } from './print-job';
import { SIGNS } from '../../text/signs';
import { drawTree, type Node } from '../../text/tree';
import { andList } from '../../text/words';
import { wrap } from '../../text/wrap';

const HEADLINE_SIGNS: Readonly<Record<Verdict, string>> = { 'runs': SIGNS.good, 'runs-with-objections': SIGNS.warning, 'does-not-run': SIGNS.bad };

/** A plan for people, in lines of at most so many columns. */
export function printPlan(plan: Plan, width: number): string {
  const sections = [
    wrap(headline(plan), width, 2),
    ...plan.builds.map((build) => [...wrap(`${build.name} (${build.path})`, width), ...drawTree(buildNodes(build, plan.verdict), width)]),
    section(`Other workflows that ${subject(plan)} starts`, plan.others.map(otherNode), ['push', 'pull_request'].includes(plan.event.name) ? 'none' : '', width),
    section('What speaks against it', plan.objections.map(({ message, cure, id }) => ({ text: `${SIGNS.bad} ${message} ${cure} [${id}]` })), 'nothing', width),
    section('What could not be found out', plan.notes.map((text) => ({ text: `${SIGNS.unknown} ${text}` })), '', width),
  ];
  return sections.filter(({ length }) => length).map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function headline(plan: Plan): string {
  const count = plan.objections.length;
  const against = count ? `, and ${count === 1 ? 'one thing speaks' : `${count} things speak`} against it` : '';
  const sentence = `${subject(plan)} ${plan.verdict === 'does-not-run' ? 'would not run' : 'would run'}${against}.`;
  return `${HEADLINE_SIGNS[plan.verdict]} ${sentence.replace(/^./, (first) => first.toUpperCase())}`;
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

/** @param none what is said where there are none; '' for nothing at all */
function section(title: string, nodes: readonly Node[], none: string, width: number): string[] {
  return nodes.length || none ? [...wrap(`${title}: ${nodes.length ? '' : none}`.trim(), width), ...drawTree(nodes, width)] : [];
}

function buildNodes(build: WorkflowPlan, verdict: Verdict): Node[] {
  const { starts, why, suggestions, errors, jobs, leftOut, results, refs, dependencies, signing, publishing } = build;
  // of several builds, a tag may be for another one
  const against = verdict === 'does-not-run' ? SIGNS.bad : SIGNS.skipped;
  return [
    { text: starts ? `${SIGNS.good} starts: ${why}` : `${against} does not start: ${why}` },
    ...errors.map((text) => ({ text: `${SIGNS.bad} ${text}` })),
    ...suggestions.length ? [{ text: `did you mean ${suggestions.map((tag) => `'${tag}'`).join(' or ')}?` }] : [],
    ...jobs.map((job: JobPlan) => jobNode(job)),
    ...leftOut.length ? [{ text: 'leaves out', children: leftOut.map(({ leg, secrets }) => ({ text: `${SIGNS.skipped} ${leg}, which is not given ${andList(secrets)}` })) }] : [],
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
  return { text: `${title}: ${why}${publishing}`, children: errors.map((text) => ({ text: `${SIGNS.bad} ${text}` })) };
}
