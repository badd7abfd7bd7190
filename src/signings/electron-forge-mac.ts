import { appleGuide } from './apple-guide';
import { codesign } from './codesign';
import type { Lines, Told } from './guide';
import type { SigningKind } from './signing-kind';

/** @electron/osx-sign takes the identity that it finds in the keychain; forge.config says how Apple is asked. */
export const electronForgeMac: SigningKind = {
  ...codesign,
  guide: (told) => appleGuide(told, {
    certificate: ['MACOS_CERTIFICATE', 'MACOS_CERTIFICATE_PASSWORD'],
    configuration: [configuration(told)],
    links: ['https://www.electronforge.io/guides/code-signing/code-signing-macos'],
  }),
};

/** What @electron/notarize calls what Apple is asked with. */
const OPTIONS: Readonly<Record<string, string>> = {
  'key': 'appleApiKey', 'key-id': 'appleApiKeyId', 'issuer': 'appleApiIssuer', 'apple-id': 'appleId', 'password': 'appleIdPassword', 'team-id': 'teamId',
};

function configuration({ required, signing: { notary } }: Told): Lines {
  const asked = Object.entries(notary).map(([role, variable]) => `    ${OPTIONS[role]}: process.env.${variable},`);
  return {
    about: `In \`forge.config.js\`${required ? '' : ', only where `process.env.MACOS_CERTIFICATE` is set'}:`,
    language: 'js',
    lines: ['packagerConfig: {', '  osxSign: {},', ...asked.length > 0 ? ['  osxNotarize: {', ...asked, '  },'] : [], '},'],
  };
}
