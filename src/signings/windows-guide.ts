import { base64Of, type Guide, lookAt, type Told, type Trouble } from './guide';

/** What the guide of one tool says in its own words. */
export interface WindowsTool extends Pick<Guide, 'configuration' | 'links'> {
  /** The variables of the certificate and of its password. */
  readonly certificate: readonly [string, string];
}

/** A certificate in a file, which few can still get. */
export function windowsGuide(told: Told, { certificate: [certificate, password], configuration, links }: WindowsTool): Guide {
  const { secret } = told;
  return {
    steps: [
      'Find out whether you can have a file at all. Since June 2023 public authorities hand out code signing keys in hardware only, OV and EV alike: on a token or in a vault of theirs, and nobody can export them. '
        + 'For most the way is Azure Artifact Signing, `Signing.azure()`, or the signing service of the authority, called by the build. '
        + 'A file is left for a certificate of your own authority, which the computers of an organization trust. The runner has to trust it as well: install its root in a step before the build.',
      'Get the certificate with its key and those between it and the root as `certificate.pfx`, with a password made up for it. On Windows: `Export-PfxCertificate`. Leave the root out: programs that `cmd.exe` starts see no value longer than 8,191 characters.',
      `The file in base64 belongs into ${secret(certificate)}, its password into ${secret(password)}. The command under "To look at it" tells whether the password is right, whose the certificate is and when it ends.`,
    ],
    commands: [lookAt('certificate.pfx')],
    contents: { [certificate]: base64Of('certificate.pfx') },
    configuration,
    end: 'A public certificate issued since March 2026 lasts for 460 days at most. What was signed with a timestamp stays valid after that, what was signed without one does not. '
      + 'Store the next one in the same secrets, with its password. If it has another name (CN), apps that update themselves by the old one refuse it: let one release know both.',
    checklist: [`The certificate in ${secret(certificate)} is for code signing, and the day on which it ends is in a calendar.`],
    troubles: troubles(told, password),
    links: [...links, 'https://cabforum.org/working-groups/code-signing/requirements/'],
  };
}

function troubles({ secret }: Told, password: string): Trouble[] {
  return [
    {
      message: '`SignTool Error: No certificates were found that met all the given criteria`',
      cause: 'No certificate with a key is there that is in date, for code signing, and has the thumbprint that the configuration names.',
      cure: 'Look at the file with the command under "To look at it", and compare the fingerprint.',
    },
    {
      message: '`0x80070056`, `The specified network password is not correct`',
      cause: `${secret(password)} is not the password of the file.`,
      cure: 'Store both anew.',
    },
    {
      message: '`0x800B0101`, `not within its validity period`',
      cause: 'The certificate has ended, or does not begin yet.',
      cure: 'Store the next one.',
    },
    {
      message: '`0x800B0109`, `a root certificate which is not trusted`',
      cause: 'The certificate is of an authority that Windows does not know, or the certificates between it and the root are missing.',
      cure: 'Export it with the certificates between. For an authority of your own, install its root in a step before the build.',
    },
    {
      message: '`The specified timestamp server either could not be reached or returned an invalid response`',
      cause: 'The server that puts the time into the signature is down or too busy.',
      cure: 'Choose "Re-run failed jobs". If it happens often, configure the server of another authority.',
    },
  ];
}
