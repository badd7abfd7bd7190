import type { Guide, Lines, Told, Trouble } from './guide';
import { code } from '../text/markdown';
import { andList } from '../text/words';

const TENANT = 'AZURE_TENANT_ID';
const CLIENT = 'AZURE_CLIENT_ID';
const SECRET = 'AZURE_CLIENT_SECRET';

const ROLE = '**Artifact Signing Certificate Profile Signer**';

/** Azure Artifact Signing: the key stays with Microsoft, and a run proves that it may use it. */
export function azureGuide(told: Told): Guide {
  const { secret, signing: { azureToken } } = told;
  return {
    steps: [
      'Find out whether Microsoft signs for you. Public certificates are for organizations in the USA, Canada, the European Union, the United Kingdom, Australia, New Zealand, Japan, South Korea, Singapore, Switzerland, Norway and Israel, and for individual developers in the USA and Canada.',
      'In a paid subscription of [Azure](https://portal.azure.com/) register the resource provider `Microsoft.CodeSigning`, and create an Artifact Signing account. Its region decides the endpoint, which stands there as Account URI.',
      'Give yourself the role **Artifact Signing Identity Verifier** in that account, and ask for an identity validation there, in the portal. It can take days, and wants papers of an organization that Microsoft does not find.',
      'Create a certificate profile of the type Public Trust for that identity. Its common name (CN) is the publisher that people see.',
      `Register an app: Microsoft Entra ID, App registrations. Its Directory (tenant) ID belongs into ${secret(TENANT)}, its Application (client) ID into ${secret(CLIENT)}.`,
      `In the account, under Access control (IAM), give that app the role ${ROLE}. Owner and Contributor may not sign.`,
      ...azureToken ? federation(told) : [
        `In the app, under Certificates & secrets, make a client secret. Its *value*, which is shown once and is not its id, belongs into ${secret(SECRET)}. It ends after 24 months at most.`,
      ],
    ],
    commands: azureToken ? [SUBJECT] : [],
    contents: {},
    configuration: configuration(told),
    end: `Microsoft renews the certificate each day by itself. The identity validation ends on the day that the portal shows: renew it there before. ${azureToken
      ? 'The federated credential does not end.'
      : 'Make the next client secret before the old one ends, store it, and delete the old one.'}`,
    checklist: [
      `The app of ${secret(CLIENT)} has the role ${ROLE}.`,
      azureToken ? 'Its federated credential has the subject that a run presents.' : `The day on which ${secret(SECRET)} ends is in a calendar.`,
      'The day on which the identity validation ends is in a calendar.',
    ],
    troubles: [...azureToken ? OF_FEDERATION : ofSecret(told), ...OF_SIGNING],
    links: [
      'https://learn.microsoft.com/azure/artifact-signing/quickstart',
      ...azureToken ? ['https://learn.microsoft.com/entra/workload-id/workload-identities-github-immutable-subjects', 'https://docs.github.com/actions/reference/security/oidc'] : [],
    ],
  };
}

/** A classic credential compares the whole subject, and without an environment that names the tag. */
function federation({ environments }: Told): string[] {
  return environments.length > 0 ? [
    `In the app, under Certificates & secrets, add a federated credential: GitHub Actions, this repository, entity type Environment, ${environments.length > 1 ? 'one for each of ' : ''}${andList(environments.map(code))}.`,
    'Compare its subject with what the command below prints, letter by letter, upper and lower case: in repositories made, renamed or moved since 15 July 2026 it holds the ids of owner and repository.',
  ] : [
    'Declare an `environment` for the platform. Without one the subject of the run\'s token ends in the tag, `:ref:refs/tags/…`; a federated credential compares the whole of it and knows no wildcards, so it would admit this one tag. '
      + 'Only a claims matching expression, which Microsoft calls a preview, admits a pattern of tags.',
    'In the app, under Certificates & secrets, add a federated credential: GitHub Actions, this repository, entity type Environment. Compare its subject with what the command below prints, followed by `:environment:` and the name.',
  ];
}

const SUBJECT: Lines = {
  about: 'How the subject begins; behind it stands `:environment:` and the name of the environment. Where it prints `null`, it begins with `repo:OWNER/REPOSITORY`:',
  language: 'sh',
  lines: ["gh api 'repos/{owner}/{repo}/actions/oidc/customization/sub' --jq .sub_claim_prefix"],
};

function configuration({ required }: Told): Lines[] {
  return [{
    about: `electron-builder signs with this in its configuration (version 27: the same under \`win.sign\`, with \`type: azure\`).${required ? '' : ' Leave `azureSignOptions` out where `AZURE_CLIENT_ID` is not set, by a configuration in JavaScript: with it and without the secrets the build fails.'} `
      + 'Another tool is told the same three: endpoint, account and profile.',
    language: 'yaml',
    lines: [
      '# electron-builder.yml',
      'win:',
      ...required ? ['  forceCodeSigning: true'] : [],
      '  azureSignOptions:',
      '    publisherName: the common name of the certificate',
      '    endpoint: the Account URI',
      '    codeSigningAccountName: the name of the account',
      '    certificateProfileName: the name of the profile',
    ],
  }];
}

const OF_FEDERATION: readonly Trouble[] = [
  {
    message: '`AADSTS700213`, `AADSTS7002138`: `No matching federated identity record found for presented assertion subject`',
    cause: 'No federated credential of the app has exactly the subject that the message names: another environment, other ids, other capital letters, or a tag.',
    cure: 'Copy the subject from the message into the federated credential, if it ends in the environment.',
  },
  {
    message: '`Unable to find valid azure env configuration for signing`',
    cause: 'An older electron-builder, 26.8 among them, wants a client secret.',
    cure: 'Raise it to 26.15.7 or later, or declare `AzureAuthentication.SECRET`.',
  },
];

function ofSecret({ secret }: Told): Trouble[] {
  return [{
    message: '`AADSTS7000215`, `AADSTS7000222`',
    cause: `What ${secret(SECRET)} holds is the id of the client secret and not its value, or it has ended.`,
    cure: 'Make a new one, and store its value.',
  }];
}

const OF_SIGNING: readonly Trouble[] = [{
  message: '`Status: 403 (Forbidden)`, `Error: SignerSign() failed.` (`0x80004005`)',
  cause: `The app lacks the role ${ROLE} in the account, or the endpoint is that of another region, or account or profile are written otherwise than in the portal. A role that was given just now counts after some minutes.`,
  cure: 'Compare the four with the portal, and choose "Re-run failed jobs".',
}];
