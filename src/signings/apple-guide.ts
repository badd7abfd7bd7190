import { base64Of, type Guide, type Lines, lookAt, type Told, type Trouble } from './guide';
import { andList } from '../text/words';

/** What the guide of one tool says in its own words. */
export interface AppleTool extends Pick<Guide, 'configuration' | 'links'> {
  /** The variables of the certificate and of its password. */
  readonly certificate: readonly [string, string];
}

/** A Developer ID certificate, and what Apple is asked to notarize with. */
export function appleGuide(told: Told, { certificate: [certificate, password], configuration, links }: AppleTool): Guide {
  const { notary } = told.signing;
  return {
    steps: [...certificateSteps(told, certificate, password), ...notarySteps(told)],
    commands: [WITHOUT_MAC, lookAt('certificate.p12')],
    contents: { [certificate]: base64Of('certificate.p12'), ...notary.key && { [notary.key]: 'cat AuthKey_KEYID.p8' } },
    configuration,
    end: [...END, ...notary.key ? ['The key of App Store Connect lasts until somebody revokes it.'] : []].join(' '),
    checklist: [
      `The certificate in ${told.secret(certificate)} is of the type Developer ID Application, and the day on which it ends is in a calendar.`,
      ...Object.keys(notary).length > 0 ? ['The membership in the Apple Developer Program is paid, and the Account Holder has accepted its agreements.'] : [],
    ],
    troubles: [...ofSigning(told, password), ...Object.keys(notary).length > 0 ? ofNotarizing(told) : []],
    links: [...links, 'https://developer.apple.com/help/account/certificates/create-developer-id-certificates', 'https://developer.apple.com/developer-id/'],
  };
}

function certificateSteps({ secret }: Told, certificate: string, password: string): string[] {
  return [
    'Join the [Apple Developer Program](https://developer.apple.com/programs/). A free account can neither make such a certificate nor notarize.',
    'Make a key and a request for a certificate. On a Mac: Keychain Access, Certificate Assistant, Request a Certificate From a Certificate Authority, saved to disk. Elsewhere: the first command under "Without a Mac".',
    'Let the Account Holder of the team make the certificate, which no other role can: [Certificates](https://developer.apple.com/account/resources/certificates/add), **Developer ID Application**, profile type G2 Sub-CA, with that request. '
      + 'Certificates of other types are for the App Store or for development: macOS refuses what they sign elsewhere.',
    'Put the certificate and its key into one file `certificate.p12`, with a password made up for it. On a Mac: open the `.cer` file, choose the certificate under My Certificates in Keychain Access, with the key below it, and export it. Elsewhere: the other commands there. A package (`.pkg`) needs a certificate of the type Developer ID Installer besides, in the same file.',
    `The file in base64 belongs into ${secret(certificate)}, its password into ${secret(password)}. The command under "To look at it" tells whether the password is right, whose the certificate is and when it ends.`,
  ];
}

function notarySteps({ secret, signing: { notary } }: Told): string[] {
  if (notary.key) {
    return [
      'Let the Account Holder or an Admin make a key: [App Store Connect](https://appstoreconnect.apple.com/access/integrations/api), Users and Access, Integrations, App Store Connect API, **Team Keys**, with the access Developer. An individual key does not do: it has no issuer.',
      `Download it, which Apple allows once, and keep a copy. The whole text of \`AuthKey_KEYID.p8\` belongs into ${secret(notary.key)}, the Key ID into ${secret(notary['key-id'])}, and the Issuer ID, which stands above the table, into ${secret(notary.issuer)}.`,
    ];
  }
  return notary['apple-id'] ? [
    `Choose an Apple Account that is a member of the team and has two-factor authentication. Best is one that belongs to the team: that of a person stops working when the person leaves. Its address belongs into ${secret(notary['apple-id'])}.`,
    `As that account, make an app-specific password: [account.apple.com](https://account.apple.com/account/manage), Sign-In and Security, App-Specific Passwords. It belongs into ${secret(notary.password)}. A new password of the account revokes it.`,
    `The Team ID stands under [Membership details](https://developer.apple.com/account#MembershipDetailsCard) and belongs into ${secret(notary['team-id'])}.`,
  ] : [];
}

/** macOS reads no PKCS #12 file as OpenSSL 3 encrypts it by itself. */
const WITHOUT_MAC: Lines = {
  about: 'Without a Mac:',
  language: 'sh',
  lines: [
    "openssl req -new -newkey rsa:2048 -keyout developer-id.key -out developer-id.csr -subj '/CN=Developer ID'",
    '# upload developer-id.csr, download developerID_application.cer, then',
    'openssl x509 -inform der -in developerID_application.cer -out developer-id.pem',
    'openssl pkcs12 -export -certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1 \\',
    '  -inkey developer-id.key -in developer-id.pem -out certificate.p12',
  ],
};

const END = [
  'A Developer ID certificate lasts for five years. What was signed before, with the time in it, opens after that as well.',
  'Make the next one before it ends, in the same way: a team can have several at a time.',
  'Revoke the old one only if its key was stolen: macOS then refuses all that it ever signed.',
  'The membership has to be renewed each year.',
];

function ofSigning({ secret }: Told, password: string): Trouble[] {
  return [
    {
      message: '`MAC verification failed during PKCS12 import (wrong password?)`',
      cause: `${secret(password)} is not the password of the file, or OpenSSL 3 made the file in a way that macOS cannot read.`,
      cure: 'Make the file with `-certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES -macalg sha1`, as under "Without a Mac", and store both anew.',
    },
    {
      message: '`errSecInternalComponent`',
      cause: '`codesign` may not use the key: the keychain that it lies in is locked, or another one with the same certificate is asked first.',
      cure: 'Leave out steps of your own that import certificates. On a self-hosted Mac take the certificate out of the other keychains.',
    },
    {
      message: '`no identity found`, `0 valid identities found`',
      cause: 'The file holds the certificate without its key, or one that has ended or is of another type.',
      cure: 'Look at the file with the command under "To look at it", and export certificate and key together.',
    },
  ];
}

function ofNotarizing({ secret, signing: { notary } }: Told): Trouble[] {
  return [
    {
      message: '`HTTP status code: 403. A required agreement is missing or has expired`',
      cause: 'Apple has changed an agreement, or the membership has ended.',
      cure: 'Let the Account Holder accept it on [developer.apple.com/account](https://developer.apple.com/account), wait some minutes, and choose "Re-run failed jobs".',
    },
    {
      message: '`HTTP status code: 401`',
      cause: notary.key
        ? 'The key was revoked, is an individual one, or its id or issuer belongs to another key.'
        : 'The password is that of the account and not an app-specific one, was revoked, or belongs to another account.',
      cure: `Store ${andList(Object.values(notary).map(secret))} anew, all of one key or account.`,
    },
    {
      message: '`The signature of the binary is invalid`, `The binary is not signed with a valid Developer ID certificate`',
      cause: 'Something in the app is not signed, or was changed after it was signed. The path stands in the log of Apple, which the build shows.',
      cure: 'Let the build sign everything, from the inside to the outside, and change nothing afterwards.',
    },
    {
      message: '`The executable does not have the hardened runtime enabled`, `The signature does not include a secure timestamp`',
      cause: 'A program in the app was signed without one of the two, mostly one that comes ready-made.',
      cure: 'Sign it again as the rest, with `--options runtime --timestamp` where `codesign` is called.',
    },
    {
      message: '`The staple and validate action failed! Error 65`',
      cause: 'Apple knows no ticket for exactly this file: it was changed after it was notarized, or its ticket is not everywhere yet.',
      cure: 'Choose "Re-run failed jobs". If it happens again, look for what changes the file.',
    },
  ];
}
