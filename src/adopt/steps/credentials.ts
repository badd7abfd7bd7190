import { secretIn } from './used-action';
import { wholeExpression } from '../../github/expressions';
import { type Code, call, object } from '../code';
import type { LegSource } from '../workflow/step-reader';

/** The credential that a token comes from: a secret, or a GitHub App whose token a step before has made. Undefined of any other, also of the workflow's own. */
export function credentialOf(token: string, leg: LegSource): Code | undefined {
  const secret = secretIn(token);
  if (secret !== undefined) {
    return call('Credential.token', object({ secret }));
  }
  const [, id] = /^steps\.([\w-]+)\.outputs\.token$/.exec(wholeExpression(token) ?? '') ?? [];
  const step = id === undefined ? undefined : leg.steps.find((other) => other.id === id);
  return step && /^(?:actions\/create-github-app-token|tibdex\/github-app-token|getsentry\/action-github-app-token)@/i.test(step.uses ?? '') ? githubApp(step.with) : undefined;
}

function githubApp(inputs: Readonly<Record<string, string>>): Code | undefined {
  const client = inputs['client-id'] ?? inputs['app-id'] ?? inputs.app_id ?? '';
  const key = secretIn(inputs['private-key'] ?? inputs.private_key ?? '');
  const [, variable] = /^vars\.(\w+)$/.exec(wholeExpression(client) ?? '') ?? [];
  const secret = secretIn(client);
  return key === undefined || (variable ?? secret) === undefined ? undefined
    : call('Credential.githubApp', object({ clientId: object(variable ? { variable } : { secret }), privateKey: object({ secret: key }) }));
}
