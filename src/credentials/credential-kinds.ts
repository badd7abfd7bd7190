import type { CredentialKind, CredentialStep, Proof } from './credential-kind';
import { deployKey } from './deploy-key';
import { githubApp } from './github-app';
import { token } from './token';
import { workflowToken } from './workflow-token';
import { readBy, type ReadRepository } from '../model/jobs';
import type { CredentialModel, Model, SecretModel } from '../model/model';
import { writingTargetsOf, type WritingTarget } from '../model/publish';

/** Every kind of credential. */
const credentialKinds: { readonly [K in CredentialModel['kind']]: CredentialKind<Extract<CredentialModel, { kind: K }>> } = {
  'workflow-token': workflowToken,
  token,
  'github-app': githubApp,
  'deploy-key': deployKey,
};

/** The kind of a credential. */
export function kindOf(credential: CredentialModel): CredentialKind<CredentialModel> {
  return credentialKinds[credential.kind] as unknown as CredentialKind<CredentialModel>;
}

/** Names of the secrets that a credential lives in, the one that it is called by first. */
export function secretsOf(credential: CredentialModel): string[] {
  return kindOf(credential).holds(credential).map(({ secret }) => secret);
}

/** How it can be told that a repository is readable. */
export function proofOf({ credential }: ReadRepository): Proof {
  return kindOf(credential).proof(credential);
}

/** The kind of credential that a secret belongs to; undefined for a secret of the build itself. */
export function kindOfSecret(model: Model, { names: [name], usedBy }: SecretModel): CredentialKind<CredentialModel> | undefined {
  const credentials = [
    ...readBy(model).filter((repository) => usedBy.repositories.includes(repository.name)).map(({ credential }) => credential),
    ...writingTargetsOf(model).filter(({ id }) => usedBy.targets.includes(id)).map(({ credential }) => credential),
  ];
  const credential = credentials.find((one) => secretsOf(one)[0] === name);
  return credential && kindOf(credential);
}

/** The steps that a job needs before it can read the repositories. */
export function credentialSteps(repositories: readonly ReadRepository[]): CredentialStep[] {
  return ofEachKind(repositories, ({ steps }) => steps);
}

/** The steps that a job needs before it can write for its targets. */
export function writingSteps(targets: readonly WritingTarget[]): CredentialStep[] {
  return ofEachKind(targets, ({ writing }) => writing?.steps);
}

/** The token that writes for a target, as an expression; '' where its credential cannot. */
export function tokenToWrite(target: WritingTarget): string {
  return kindOf(target.credential).writing?.token(target) ?? '';
}

function ofEachKind<T extends { readonly credential: CredentialModel }>(
  opened: readonly T[],
  stepsOf: (kind: CredentialKind<CredentialModel>) => ((opened: readonly T[]) => CredentialStep[]) | undefined,
): CredentialStep[] {
  return Object.keys(credentialKinds).flatMap((kind) => {
    const [first, ...others] = opened.filter(({ credential }) => credential.kind === kind);
    return first ? stepsOf(kindOf(first.credential))?.([first, ...others]) ?? [] : [];
  });
}
