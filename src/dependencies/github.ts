import type { DependencyKind, GitSetting } from './dependency-kind';
import { kindOf, secretsOf } from '../credentials/credential-kinds';
import { repositoryNameProblem } from '../github/names';
import type { GithubDependencyModel } from '../model/model';

/** A repository that git fetches, whoever calls it. */
export const github: DependencyKind<GithubDependencyModel> = {
  complaint: ({ name }) => {
    const problem = repositoryNameProblem(name);
    return problem && { ...problem, got: name };
  },
  title: ({ name }) => name,
  what: 'private repository',
  secrets: ({ credential }) => secretsOf(credential),
  label: ({ credential }) => kindOf(credential).label(credential),
  howTo: '',
  guardFields: ({ name, credential }) => `${name} HEAD ${kindOf(credential).guardField({ credential })}`,
  credentialEnv: ({ credential }) => kindOf(credential).env({ credential }),
  env: (dependency) => github.credentialEnv(dependency),
  git: (dependency) => {
    const { name } = dependency;
    const [variable] = Object.keys(github.credentialEnv(dependency));
    return isKey(dependency) ? rewritten(SSH, name) : [...rewritten(HTTPS, name), ...variable ? answeredBy(variable, name) : []];
  },
};

/** Whether it is read by a key, over ssh. */
export function isKey({ credential }: GithubDependencyModel): boolean {
  return credential.kind === 'deploy-key';
}

const HTTPS = 'https://github.com/';
const SSH = 'ssh://git@github.com/';

/**
 * However the address is spelled where it stands, with `.git` behind it or without. git goes by how an
 * address begins, and by the longest beginning: so what it becomes is among them, in front of any shorter name.
 */
function rewritten(base: string, name: string): GitSetting[] {
  return [HTTPS, SSH, 'git@github.com:'].map((spelling) => [`url.${base}${name}.insteadOf`, `${spelling}${name}`]);
}

/**
 * A first empty helper keeps those of the machine out, which would store the token. Git LFS, whose requests are the
 * repository's too, names it only if it is told to.
 */
function answeredBy(variable: string, name: string): GitSetting[] {
  const helper = `!f() { test "$1" != get || printf 'username=x-access-token\\npassword=%s\\n' "$${variable}"; }; f`;
  const settings = [['helper', ''], ['helper', helper], ['useHttpPath', 'true']];
  return ['', '.git'].flatMap((ending) => settings.map(([key, value]): GitSetting => [`credential.${HTTPS}${name}${ending}.${key}`, value]));
}
