import { complain, type DeclarationRule } from './rule';
import { kindOfDependency } from '../dependencies/dependency-kinds';

export const dependencyMalformed: DeclarationRule = {
  id: 'dependency-malformed',
  level: 'error',
  always: true,
  about: 'declaration',
  cause: 'A dependency has no name of the form `owner/name`, an address that is no https URL, or a scope, a package or a name of a registry that its tool does not take.',
  cure: 'Write it as it stands in the manifest that fetches it. A password stands in a secret and never in an address.',
  check: ({ dependencies }) => dependencies.flatMap((dependency) => {
    const complaint = kindOfDependency(dependency).complaint(dependency);
    return complaint ? [complain(dependency.declaredAt, complaint.got, complaint)] : [];
  }),
};
