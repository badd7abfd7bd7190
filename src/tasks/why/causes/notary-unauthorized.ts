import type { KnownCause } from '../known-cause';

export const notaryUnauthorized: KnownCause = {
  id: 'notary-unauthorized',
  title: 'Apple does not accept who notarizes',
  signs: [/HTTP status code: 401\. (?<why>[^.]{1,200})\./],
  cause: 'The notary service does not know the account, the app-specific password or the key ("{why|401}").',
  cure: 'Set the secrets again: an app-specific password (appleid.apple.com) and not that of the account, or key, key id and issuer of one and the same API key. If Apple has locked the account, unlock it first.',
  then: 'settings-then-rerun',
  before: 'rehearse',
  sources: ['https://github.com/electron/notarize/issues/110', 'https://github.com/defineEditor/vde-dataset-viewer/issues/104'],
};
