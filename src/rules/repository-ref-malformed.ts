import { targetPlace } from './places';
import { complain, type DeclarationRule } from './rule';
import { refNameProblem } from '../github/names';
import { followUpsOf, releasesOf } from '../model/publish';
import { filled } from '../text/placeholders';

export const repositoryRefMalformed: DeclarationRule = {
  id: 'repository-ref-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'A repository, a workflow that is to be started, or the release that notes begin behind has a ref that git allows for no branch, tag or commit.',
  cure: 'Write the name of a branch or tag, or a full commit SHA; leave it out for the default branch.',
  check: (model) => [
    ...model.repositories.map(({ name, ref }, index) => ({ where: `repositories[${index}] ${name}`, ref })),
    ...model.repositories.map(({ name, matchTag }, index) => ({ where: `repositories[${index}] ${name} matchTagName`, ref: filled(matchTag, { tag: 'v1', version: '1' }) })),
    ...followUpsOf(model).map((target) => ({ where: targetPlace(target, 'ref'), ref: target.ref })),
    ...releasesOf(model).map((target) => ({ where: targetPlace(target, 'notes.previousTag'), ref: target.notes.previousTag })),
  ].flatMap(({ where, ref }) => {
    const complaint = ref ? refNameProblem(ref) : undefined;
    return complaint ? [complain(where, ref, complaint)] : [];
  }),
};
