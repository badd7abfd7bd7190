import type { SigningChoice } from './signing-kind';
import type { ProofModel, SecretFileModel } from '../model/model';

/** The variables of one way to ask Apple, by what they are: `key` and its like as in `notarytool submit --key`. */
export type Notary = Readonly<Record<string, string>>;

/** How a tool calls what Apple is asked with. */
export interface NotaryVariables {
  readonly 'api-key': Notary;
  readonly 'apple-id': Notary;
}

/** As electron-builder, Electron Forge and Apple's own examples call a key. */
export const API_KEY: Notary = { 'key': 'APPLE_API_KEY', 'key-id': 'APPLE_API_KEY_ID', 'issuer': 'APPLE_API_ISSUER' };

/** As everybody but electron-builder calls an account. */
export const ACCOUNT: Notary = { 'apple-id': 'APPLE_ID', 'password': 'APPLE_PASSWORD', 'team-id': 'APPLE_TEAM_ID' };

export function notaryOf({ notarization }: SigningChoice, variables: NotaryVariables): Notary {
  return notarization === 'none' ? {} : variables[notarization];
}

/** The key itself is a file; `notarytool` and those that call it take its path. */
export function keyFile({ key }: Notary): SecretFileModel[] {
  return key ? [{ variable: key, name: 'AuthKey.p8', base64: false }] : [];
}

export function appleProof({ files, signer, notarization }: SigningChoice, stapledImages: boolean): Omit<ProofModel, 'signing'> {
  const notarized = notarization !== 'none';
  return { kind: 'macos', files, signer, notarized, stapledImages: notarized && stapledImages, config: '' };
}
