import { type Complaint } from './complaint';
import { SECRET_NAME } from './limits';
import { looksLikeToken } from '../text/tokens';

/**
 * What GitHub, or caution, has against the name of a secret.
 *
 * @see https://docs.github.com/en/actions/reference/security/secrets#naming-your-secrets
 */
export function secretNameProblem(name: string): Complaint | undefined {
  if (looksLikeToken(name)) {
    return {
      why: 'is shaped like a token, not like the name of a secret',
      hint: 'Name the secret, in upper case, and store the token in it with `gh secret set`. Revoke the token if this file was ever pushed.',
    };
  }
  if (SECRET_NAME.test(name)) {
    return undefined;
  }
  if (name === '') {
    return { why: 'is empty', hint: "Name the secret as it is stored in GitHub, for instance 'CI_REPO_READ_TOKEN'." };
  }
  if (/^github_/i.test(name)) {
    return { why: "begins with 'GITHUB_', which GitHub keeps for itself", hint: "Choose another beginning, for instance 'GH_'." };
  }
  if (/^[0-9]/.test(name)) {
    return { why: 'begins with a digit', hint: "Begin with a letter or '_'." };
  }
  return { why: "has characters other than letters, digits and '_'", hint: characterHint(name) };
}

function characterHint(name: string): string {
  const suggestion = name.toUpperCase().replace(/[^A-Z0-9]+/g, '_').replace(/^_+|(?<!_)_+$/g, '');
  return secretNameProblem(suggestion) === undefined ? `Write for instance '${suggestion}'.` : "Write for instance 'MY_SECRET'.";
}
