import type { Declared } from './declared';
import type { PlannedEvent, StampPlan } from './plan';
import { Partly, type Context, type Expressions } from '../../github/expression-evaluator';
import type { Engine } from '../../github/workflow-engine';
import { mapping, type Mapping, type Value } from '../../github/workflow-reader';
import type { Scripts } from '../../text/scripts';

/** What is known of the run before it starts. */
export interface RunFacts {
  readonly event: PlannedEvent;
  /** `owner/name`; undefined where git does not tell. */
  readonly repository: string | undefined;
  /** The commit that would be built. */
  readonly commit: string | undefined;
  /** What a leg writes into files in place of their version. */
  readonly stamps?: readonly StampPlan[];
  /** Whether another workflow calls this one, with inputs of its own. */
  readonly called: boolean;
}

/** What the jobs of a workflow are planned with. */
export interface JobsInput {
  readonly engine: Engine;
  readonly workflow: Mapping;
  readonly name: string;
  readonly facts: RunFacts;
  readonly scripts: Scripts;
  /** What a model says of the jobs; undefined for a workflow that is nobody's model's. */
  readonly declared?: Declared;
  /** Where a reusable workflow of this repository seems to publish something. */
  readonly publishesIn: (uses: string) => readonly string[];
}

/** The contexts that are the same in all of a workflow. The run is assumed to be in no fork. */
export function workflowContexts(workflow: Mapping, name: string, facts: RunFacts): Record<string, Context> {
  return {
    github: new Partly(githubContext(name, facts)),
    inputs: facts.called ? new Partly({}) : inputDefaults(workflow, facts.event),
    vars: new Partly({}),
    secrets: new Partly({}),
    env: new Partly({}),
    steps: new Partly({}),
    job: new Partly({}),
    jobs: new Partly({}),
    runner: new Partly({}),
    matrix: {},
    strategy: {},
    needs: {},
  };
}

function githubContext(workflow: string, { event, repository, commit }: RunFacts): Record<string, Context> {
  const ref = `refs/${event.refType === 'tag' ? 'tags' : 'heads'}/${event.refName}`;
  // the number of a pull request is not known, nor the name of what is checked out
  const isNamed = event.name !== 'pull_request' && event.refName !== 'HEAD';
  return {
    workflow,
    event_name: event.name,
    event: new Partly({ ...isNamed && { ref }, repository: new Partly({ fork: false, ...repository && { full_name: repository } }), inputs: {} }),
    ...isNamed && { ref, ref_name: event.refName },
    ref_type: event.refType,
    ...event.name !== 'pull_request' && { base_ref: '', head_ref: '' },
    server_url: 'https://github.com',
    api_url: 'https://api.github.com',
    graphql_url: 'https://api.github.com/graphql',
    run_attempt: '1',
    ...commit && { sha: commit },
    ...repository && { repository, repository_owner: repository.split('/')[0] },
  };
}

/** A start by hand is planned with the inputs as they are preset. */
function inputDefaults(workflow: Mapping, { name }: PlannedEvent): Record<string, Context> {
  const inputs = name === 'workflow_dispatch' ? mapping(mapping(mapping(workflow.on).workflow_dispatch).inputs) : {};
  return Object.fromEntries(Object.entries(inputs).map(([input, definition]) => [input, mapping(definition).default ?? '']));
}

/** Variables of an `env`: only what can be told: the rest is known in the run only. */
export function envOf(values: Value | undefined, expressions: Expressions): Record<string, Context> {
  return Object.fromEntries(Object.entries(mapping(values)).flatMap(([name, value]) => {
    const outcome = expressions.text(String(value ?? ''));
    return 'unknown' in outcome ? [] : [[name, outcome.value]];
  }));
}
