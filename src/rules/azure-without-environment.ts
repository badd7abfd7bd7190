import type { DeclarationRule } from './rule';
import { placedSignings } from './signings';

export const azureWithoutEnvironment: DeclarationRule = {
  id: 'azure-without-environment',
  level: 'warning',
  about: 'declaration',
  cause: 'A platform proves to Azure who it is by the token of its job, and belongs to no environment. The subject of that token then names the tag, '
    + 'and a federated credential compares the whole subject: the next tag is another one, and Azure refuses it.',
  cure: 'Declare an `environment` for the platform and make the federated credential for it: the subject then names the environment, whatever the tag. '
    + 'A claims matching expression, which Microsoft calls a preview, can match all tags of a repository as well; then switch this rule off with that as the reason.',
  check: (model) => placedSignings(model).filter(({ signing, leg }) => signing.azureToken && leg.platform.environment === '').map(({ where }) => ({
    where,
    what: 'is trusted by Azure for one tag only, since the platform has no environment',
    fix: "Declare one, for instance environment: 'release', and make the federated credential for it.",
  })),
};
