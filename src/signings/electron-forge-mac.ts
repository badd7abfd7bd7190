import { codesign } from './codesign';
import type { SigningKind } from './signing-kind';

/** @electron/osx-sign takes the identity that it finds in the keychain; forge.config says how Apple is asked. */
export const electronForgeMac: SigningKind = { ...codesign };
