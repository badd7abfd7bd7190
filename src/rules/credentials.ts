import { dependencyPlace } from './dependencies';
import { targetPlace } from './places';
import { gitDependenciesIn } from '../model/jobs';
import type { CredentialModel, Model } from '../model/model';
import { writingTargetsOf } from '../model/publish';

/** A credential and where it is declared. */
export interface PlacedCredential {
  readonly where: string;
  /** `owner/name` of what it opens; of the workflow's own repository a word for it. */
  readonly repository: string;
  readonly credential: CredentialModel;
}

/** Every credential: those that read, then those that publish. */
export function allCredentials(model: Model): PlacedCredential[] {
  return [
    ...model.repositories.map(({ name, credential }, index) => ({ where: `repositories[${index}] ${name}`, repository: name, credential })),
    ...gitDependenciesIn(model.dependencies).map((dependency) =>
      ({ where: dependencyPlace(dependency), repository: dependency.name, credential: dependency.credential })),
    ...writingTargetsOf(model).map((target) =>
      ({ where: targetPlace(target), repository: target.repository || 'this repository', credential: target.credential })),
  ];
}
