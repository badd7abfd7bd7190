import type { JobPlan, LegPlan, Origin, SecretUsePlan, StepPlan } from './plan';
import { EVERY_SECRET } from './secrets';
import { fileOf } from '../../text/scripts';
import { SIGNS } from '../../text/signs';
import type { Node } from '../../text/tree';
import { andList, beginning, count, distinct } from '../../text/words';

/** Lines of one step that are printed; `--json` has all. */
const PRINTED_COMMANDS = 3;
/** Legs that are named one by one in front of a line. */
const NAMED_LEGS = 4;

const [RETRY, SMOKE_TEST] = [fileOf('retry'), fileOf('smokeTest')];

/**
 * A job with its steps in order. Legs share their steps: what is the same in all of them stands
 * once, and what is not is marked with the legs it is about.
 */
export function jobNode(job: JobPlan): Node {
  const needs = job.needs.length ? `, after ${job.needs.join(', ')}` : '';
  if (job.runs === 'no') {
    return { text: `${SIGNS.skipped} job ${job.id}${needs}${originText(job)}: does not run, ${job.why}` };
  }
  const [leg, ...others] = job.legs;
  const doubt = job.runs === 'unknown' ? `, uncertain: ${job.why}` : '';
  const alone = leg && !others.length && !Object.keys(leg.matrix).length;
  return {
    text: `${job.runs === 'unknown' ? SIGNS.unknown : SIGNS.good} job ${job.id}${alone ? ` on ${where(leg)}` : job.legs.length ? `, ${count(job.legs.length, 'leg', 'legs')}` : ''}${needs}${originText(job)}${doubt}`,
    children: [
      ...job.if ? [{ text: `if: ${job.if}` }] : [],
      ...alone ? [] : job.legs.map((one) => ({ text: `${one.name} on ${where(one)}` })),
      ...stepNodes(job),
      ...secretNodes(job.legs),
    ],
  };
}

/** What is as declared needs no word. */
function originText({ origin }: Pick<JobPlan, 'origin'>): string {
  return origin === 'declared' ? '' : `, ${origin}`;
}

function where(leg: LegPlan): string {
  return [
    leg.calls ? `the runners of ${leg.calls}` : leg.runsOn.join(' + ') || 'an unknown runner',
    leg.container && `in container ${leg.container}`,
    leg.environment && `environment ${leg.environment}`,
    leg.timeoutMinutes && `at most ${leg.timeoutMinutes} minutes`,
  ].filter(Boolean).join(', ');
}

function stepNodes({ origin, legs }: JobPlan): Node[] {
  return (legs[0]?.steps ?? []).flatMap((_, index) => merged(legs, ({ steps }) => steps[index].runs === 'no' ? [] : [stepNode(steps[index], origin)]));
}

function secretNodes(legs: readonly LegPlan[]): Node[] {
  return merged(legs, ({ secrets }) => {
    const users = distinct(secrets.map(usersOf));
    return users.map((user) => {
      const names = secrets.filter((secret) => usersOf(secret) === user).map(({ name }) => name);
      return { text: `${secretNames(names)} for ${user}` };
    });
  });
}

function usersOf({ steps }: SecretUsePlan): string {
  return steps.map((name) => `'${name}'`).join(', ') || 'the job itself';
}

function secretNames(names: readonly string[]): string {
  if (names.includes(EVERY_SECRET)) {
    return 'every secret';
  }
  return `${names.length === 1 ? 'secret' : 'secrets'} ${names.join(', ')}`;
}

/** The nodes of all legs, those that are the same put together. */
function merged(legs: readonly LegPlan[], nodesOf: (leg: LegPlan) => readonly Node[]): Node[] {
  const groups = new Map<string, { readonly node: Node; readonly names: string[] }>();
  for (const leg of legs) {
    for (const node of nodesOf(leg)) {
      const key = JSON.stringify(node);
      const group = groups.get(key) ?? { node, names: [] };
      groups.set(key, { node, names: [...group.names, leg.name] });
    }
  }
  return [...groups.values()].map(({ node, names }) => names.length === legs.length ? node : { ...node, text: `[${beginning(names, NAMED_LEGS)}] ${node.text}` });
}

/** In a job that was changed, each step that is not as declared says so. */
function stepNode(step: StepPlan, ofJob: Origin): Node {
  const origin = ofJob === 'changed' && step.origin !== 'declared' ? ` (${step.origin})` : '';
  const mark = origin + (step.runs === 'unknown' ? ` (uncertain: ${step.why})` : '');
  const { checkout, artifact, download, action, commands, packages, unpacks } = step;
  if (checkout) {
    const files = checkout.files.length ? `${checkout.files.join(', ')} of ` : '';
    return { text: `check out ${files}${checkout.repository} ${refText(checkout.ref)} into ${checkout.path}${mark}` };
  }
  if (artifact) {
    const days = artifact.retentionDays && `, kept for ${artifact.retentionDays === '1' ? '1 day' : `${artifact.retentionDays} days`}`;
    return { text: `${artifact.handedTo.length ? `hand on to ${andList(artifact.handedTo)}:` : 'upload'} artifact ${artifact.name} from ${artifact.path.join(', ')}${days}${mark}` };
  }
  if (download) {
    return { text: `download ${download.name ? `artifact ${download.name}` : 'all artifacts'} into ${download.path}${mark}` };
  }
  if (action) {
    return { text: `use ${action.replace(/@([0-9a-f]{7})[0-9a-f]{33}$/, '@$1')}${mark}` };
  }
  const directory = step.workingDirectory && ` in ${step.workingDirectory}`;
  if (step.stamps) {
    return {
      text: `${step.name}${step.stamps.length ? '' : ': nothing'}${mark}`,
      ...step.stamps.length && { children: step.stamps.map(({ file, from, to }) => ({ text: `${file}: ${from} → ${to}` })) },
    };
  }
  if (!commands.length) {
    return {
      text: `${step.name}${packages ? `: ${packages.join(', ')}` : ''}${step.scripts.length ? ` (${step.scripts.join(', ')})` : ''}${mark}`,
      ...unpacks.length && { children: unpacks.map(({ job, platform, path }) => ({ text: `what ${job} built on ${platform}, into ${path}` })) },
    };
  }
  const more = commands.length - PRINTED_COMMANDS;
  const again = step.scripts.includes(RETRY) ? ' (again where it fails)' : '';
  return commands.length === 1 && !step.scripts.includes(SMOKE_TEST)
    ? { text: `run${directory}: ${commands[0].trim()}${again}${mark}` }
    : {
      text: `run${directory}: ${step.name}${again}${mark}`,
      children: [
        ...commands.slice(0, PRINTED_COMMANDS).map((text) => ({ text })),
        ...more > 0 ? [{ text: `and ${more} more lines` }] : [],
      ],
    };
}

function refText(ref: string): string {
  const output = /^\$\{\{\s*needs\.([\w-]+)\.outputs\.([\w-]+)\s*\}\}$/.exec(ref);
  if (output) {
    return `at ${output[2]} of job ${output[1]}`;
  }
  return ref ? `at ${ref}` : 'at its default branch';
}
