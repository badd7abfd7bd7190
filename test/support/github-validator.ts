import actionInputs from './action-inputs.json';
import { validatorBundle } from './bundle-validator';

type Engine = typeof import('./validator-entry.mjs', { with: { 'resolution-mode': 'import' } });
type ValidationConfig = NonNullable<Parameters<Engine['validate']>[1]>;
type ActionMetadata = Awaited<ReturnType<NonNullable<ValidationConfig['actionsMetadataProvider']>['fetchActionMetadata']>>;
type Template = Awaited<ReturnType<Engine['convertWorkflowTemplate']>>;

export type WorkflowJob = Template['jobs'][number];

export interface ValidateWorkflowOptions {
  /** Names of the secrets that are declared. @default - any secret may be used */
  readonly secrets?: readonly string[];
}

/** What action-inputs.json says of one input; a default is only known to be there or not. */
interface KnownInput {
  readonly required: boolean;
  readonly default: boolean;
}

// eslint-disable-next-line @typescript-eslint/no-require-imports -- the path is only known at run time
const engine: Engine = require(validatorBundle());

// The engine catches its own crashes and logs them. A file that it could not check is not a good file.
engine.registerLogger({ error: fail, warn: fail, info: () => {}, log: () => {} });

let documents = 0;

/**
 * What GitHub's own validator finds in a workflow file, as 'line 12: ...', in the order of the lines.
 *
 * Inputs are checked for the actions in action-inputs.json, whatever commit they are pinned to; of
 * any other action nothing is known, and so nothing is found.
 */
export async function validateWorkflow(text: string, options: ValidateWorkflowOptions = {}): Promise<string[]> {
  const diagnostics = await engine.validate(engine.TextDocument.create(uniqueUri(), 'yaml', 1, text), {
    actionsMetadataProvider: { fetchActionMetadata: async ({ owner, name }) => metadataOf(`${owner}/${name}`) },
    contextProviderConfig: options.secrets && { getContext: secretsContext(options.secrets) },
  });
  return diagnostics
    .sort((a, b) => a.range.start.line - b.range.start.line)
    .map(({ range, message }) => `line ${range.start.line + 1}: ${message}`);
}

/** The jobs as GitHub's own parser understands them. Throws what it objects to. */
export async function parseWorkflowJobs(text: string): Promise<WorkflowJob[]> {
  const { context, value } = engine.parseWorkflow({ name: uniqueUri(), content: text }, new engine.NoOperationTraceWriter());
  const template = value && await engine.convertWorkflowTemplate(context, value, undefined, { errorPolicy: engine.ErrorPolicy.TryConversion });
  const errors = context.errors.getErrors().map((error) => error.message);
  if (!template || errors.length > 0) {
    throw new Error(`not a workflow:\n${errors.join('\n')}`);
  }
  return template.jobs;
}

function fail(message: string): never {
  throw new Error(`GitHub's validator: ${message}`);
}

/** The engine caches what it parsed by URI. */
function uniqueUri(): string {
  documents += 1;
  return `file:///.github/workflows/${documents}.yml`;
}

function metadataOf(action: string): ActionMetadata {
  const known = (actionInputs as Record<string, { inputs: Record<string, KnownInput> }>)[action];
  const inputs = known && Object.fromEntries(Object.entries(known.inputs).map(([name, input]) => [
    name,
    { description: name, required: input.required, default: input.default ? '' : undefined },
  ]));
  return { name: action, description: action, inputs };
}

/** Variables are not declared: any name may be right. */
function anything() {
  const variables = new engine.DescriptionDictionary();
  variables.complete = false;
  return variables;
}

function secretsContext(secrets: readonly string[]): NonNullable<ValidationConfig['contextProviderConfig']>['getContext'] {
  return async (name, context) => {
    if (name === 'vars') { return anything(); }
    if (name !== 'secrets') { return context; }
    const declared = new engine.DescriptionDictionary();
    for (const secret of ['GITHUB_TOKEN', ...secrets]) {
      declared.add(secret, new engine.data.StringData('***'));
    }
    return declared;
  };
}
