import { json, message, notFound, type Reply } from '../../github-answers';
import { noContent, Refusal } from '../answers';
import type { Call } from '../call';
import type { Workflow } from '../state';

const MOST_INPUTS = 25;

export function read(call: Call): Reply {
  const [file, { id, disabled }] = findWorkflow(call);
  return json(200, { id, name: file, path: `.github/workflows/${file}`, state: disabled ? 'disabled_manually' : 'active' });
}

/** @see https://docs.github.com/en/rest/actions/workflows#create-a-workflow-dispatch-event */
export function start(call: Call): Reply {
  const { repository, body, token, hosts } = call;
  const [file, workflow] = findWorkflow(call);
  const inputs = (body.inputs ?? {}) as Readonly<Record<string, unknown>>;
  const ref = String(body.ref);
  requireInputs(workflow, inputs);
  const commit = repository.resolve(ref);
  if (!commit) return message(422, `No ref found for: ${ref}`);
  repository.record(token, { event: 'workflow_dispatch', ref, workflow: file, inputs });
  const { id } = repository.startRun(file, 'workflow_dispatch', ref.replace(/^refs\/(?:heads|tags)\//, ''), commit);
  if (body.return_run_details !== true) return noContent;
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
function findWorkflow({ repository, params: { workflow } }: Call): [string, Workflow] {
  const found = [...repository.workflows].find(([file, { id }]) => file === workflow || String(id) === workflow);
  if (!found) throw new Refusal(notFound());
  return found;
}
