import type { Group } from './secret-groups';
import { alternativesOf } from '../github/artifact-patterns';
import type { ProofModel, SigningModel } from '../model/model';
import type { AzureSigningOptions, MacSigningOptions, Signing, SigningOptions, TauriUpdaterSigningOptions } from '../signing';
import { kindOfSigning } from '../signings/kind-of-signing';
import type { SigningChoice } from '../signings/signing-kind';
import { sentence } from '../text/words';
import { CONFIGURATION } from '../updaters/tauri-configuration';

/** What a signing and its secrets are called by. */
export function signingTitle({ _spec: { kind, options } }: Signing): string {
  return options?.title ?? kindOfSigning({ kind }).title;
}

/** Each once; those that differ under one title are for a rule. */
export function normaliseSignings(signings: readonly Signing[]): SigningModel[] {
  const models = signings.map((signing): SigningModel => ({
    title: signingTitle(signing),
    kind: signing._spec.kind,
    ...kindOfSigning(signing._spec).does(choiceOf(signing)),
  }));
  return [...new Map(models.map((model) => [JSON.stringify(model), model])).values()];
}

/** Its secrets, as though they had been declared as a group. */
export function signingGroup(signing: Signing): Group {
  const { kind, options = {} } = signing._spec;
  const { variables, purpose, envWithout } = kindOfSigning({ kind });
  const { without, secrets }: SigningOptions = options;
  const names = Object.fromEntries(variables(choiceOf(signing)).map((variable) => [variable, secrets?.[variable] ?? variable]));
  const group = { secrets: Object.values(names), env: names, purpose };
  const required = without === undefined;
  return { title: signingTitle(signing), required, options: required ? group : { ...group, without: sentence(without), envWithout } };
}

/** What is looked at, unless the declaration says what: the artifacts of the platform. */
export function normaliseProof(signing: Signing, artifacts: readonly string[]): ProofModel {
  const choice = choiceOf(signing);
  return {
    signing: signingTitle(signing),
    ...kindOfSigning(signing._spec).proof({ ...choice, files: choice.files.length ? choice.files.flatMap(alternativesOf) : artifacts }),
  };
}

/** What any of them can be told. */
type AnyOptions = Partial<MacSigningOptions & AzureSigningOptions & TauriUpdaterSigningOptions>;

function choiceOf({ _spec: { options = {} } }: Signing): SigningChoice {
  const { notarization, files, teamId, publisher, authentication, password, config }: AnyOptions = options;
  return {
    notarization: notarization ?? 'api-key',
    files: files ?? [],
    signer: teamId ?? publisher ?? '',
    authentication: authentication ?? 'oidc',
    password: password ?? true,
    config: config ?? CONFIGURATION,
  };
}
