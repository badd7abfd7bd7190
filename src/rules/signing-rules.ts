import { azureWithoutEnvironment } from './azure-without-environment';
import type { Rule } from './rule';
import { signingDeclaredTwice } from './signing-declared-twice';
import { signingProvesNothing } from './signing-proves-nothing';
import { signingPublisherMalformed } from './signing-publisher-malformed';
import { signingSecretUnknown } from './signing-secret-unknown';
import { signingSystemUnfit } from './signing-system-unfit';
import { signingTeamMalformed } from './signing-team-malformed';

/** The rules about signing, in the order in which their problems are printed. */
export const signingRules: readonly Rule[] = [
  signingSystemUnfit,
  signingDeclaredTwice,
  signingSecretUnknown,
  signingTeamMalformed,
  signingPublisherMalformed,
  signingProvesNothing,
  azureWithoutEnvironment,
];
