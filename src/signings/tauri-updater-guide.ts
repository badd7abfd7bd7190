import type { Guide, Told } from './guide';
import { code } from '../text/markdown';

/** A key of minisign, which nobody but the app itself knows. */
export function tauriUpdaterGuide({ secret, required, config, signing: { env } }: Told, [key, password]: readonly [string, string]): Guide {
  const hasPassword = !(password in env);
  return {
    steps: [
      `Make the pair of keys once: \`npx tauri signer generate -w app.key\`, ${hasPassword ? 'with a password made up for it' : 'with an empty password'}. It writes \`app.key\` and \`app.key.pub\`.`,
      `The whole text of \`app.key\` belongs into ${secret(key)}${hasPassword ? `, its password into ${secret(password)}` : ''}.`,
      'The whole text of `app.key.pub` is no secret and belongs into the configuration below. Every app that is installed trusts this key and no other.',
      `Keep a copy of \`app.key\`${hasPassword ? ' and its password' : ''} elsewhere: nobody can read a secret back from GitHub.`,
    ],
    commands: [],
    contents: { [key]: 'cat app.key' },
    configuration: [{
      about: `Tauri is told so in ${code(config)}${required ? ':' : '. Without the key Tauri stops where it finds `pubkey`: leave both out there, by another file for `--config`.'}`,
      language: 'json',
      lines: [
        '{',
        '  "bundle": { "createUpdaterArtifacts": true },',
        '  "plugins": {',
        '    "updater": {',
        '      "pubkey": "the text of app.key.pub",',
        '      "endpoints": ["the address of latest.json"]',
        '    }',
        '  }',
        '}',
      ],
    }],
    end: 'The key does not end. If it is lost, no app that is installed can be updated any more, and people have to install the next version by hand. '
      + 'To change it while you still have it, publish a version with the new `pubkey` that the old key signs, and sign with the new key from then on: whoever skips that version is left behind.',
    checklist: [`A copy of the key in ${secret(key)} lies in a safe place.`, 'The `pubkey` in the configuration is of that key.'],
    troubles: [
      {
        message: '`failed to decode secret key`, `incorrect updater private key password`',
        cause: `${secret(key)} does not hold the whole text of the key file${hasPassword ? `, or ${secret(password)} is not its password` : ', or the key has a password after all'}.`,
        cure: 'Store it anew from the file.',
      },
      {
        message: '`A public key has been found, but no private key`',
        cause: `${secret(key)} is not set.`,
        cure: 'Store it.',
      },
    ],
    links: ['https://v2.tauri.app/plugin/updater/#signing-updates'],
  };
}
