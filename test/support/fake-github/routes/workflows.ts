import { json, message, notFound, type Reply } from '../../github-answers';
import { noContent, Refusal } from '../answers';
import type { RepositoryCall } from '../call';
import type { Workflow } from '../state';

const MOST_INPUTS = 25;

export function read(call: RepositoryCall): Reply {
  const [file, { id, disabled }] = findWorkflow(call);
  return json(200, { id, name: file, path: `.github/workflows/${file}`, state: disabled ? 'disabled_manually' : 'active' });
}

/** What is said of inputs is said by GitHub, of a ref too. @see facts, section F; OAT, actions/create-workflow-dispatch */
export function start(call: RepositoryCall): Reply {
  const { repository, body, token, hosts } = call;
  const [file, workflow] = findWorkflow(call);
  const inputs = (body.inputs ?? {}) as Readonly<Record<string, unknown>>;
  const ref = String(body.ref);
  requireInputs(workflow, inputs);
  if (!repository.resolve(ref)) return message(422, `No ref found for: ${ref}`);
  repository.record(token, { event: 'workflow_dispatch', ref, workflow: file, inputs });
  if (body.return_run_details !== true) return noContent;
  const id = repository.nextId();
  return json(200, {
    workflow_run_id: id,
    run_url: `${hosts.api}/repos/${repository.name}/actions/runs/${id}`,
    html_url: `${hosts.web}/${repository.name}/actions/runs/${id}`,
  });
}

function requireInputs({ dispatch, disabled, inputs: declared }: Workflow, inputs: Readonly<Record<string, unknown>>): void {
  if (!dispatch) throw new Refusal(message(422, 'Workflow does not have \'workflow_dispatch\' trigger'));
  if (disabled) throw new Refusal(message(422, 'Cannot trigger a \'workflow_dispatch\' on a disabled workflow'));
  const names = Object.keys(inputs);
  if (names.length > MOST_INPUTS) throw new Refusal(message(422, `Invalid request.\n\nNo more than ${MOST_INPUTS} properties are allowed; ${names.length} were supplied.`));
  const unexpected = names.filter((name) => !(name in declared));
  if (unexpected.length) throw new Refusal(message(422, `Unexpected inputs provided: ${JSON.stringify(unexpected)}`));
  const missing = Object.keys(declared).find((name) => declared[name].required && inputs[name] === undefined);
  if (missing !== undefined) throw new Refusal(message(422, `Required input '${missing}' not provided`));
}

/** By its file's name or by its number. */
function findWorkflow({ repository, params: { workflow } }: RepositoryCall): [string, Workflow] {
  const found = [...repository.workflows].find(([file, { id }]) => file === workflow || String(id) === workflow);
  if (!found) throw new Refusal(notFound());
  return found;
}
