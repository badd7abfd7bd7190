import type { DeclarationRule } from './rule';
import { fitsSystem, placedSignings } from './signings';
import { SYSTEMS } from './systems';
import { kindOfSigning } from '../signings/kind-of-signing';
import { orList } from '../text/words';

export const signingSystemUnfit: DeclarationRule = {
  id: 'signing-system-unfit',
  level: 'error',
  about: 'declaration',
  cause: 'A platform is signed in a way that does not exist on its system: the tool would not sign, and nothing there could prove it.',
  cure: 'Declare the signing on platforms of the system that it is for. The system of a runner is told by its labels, and where those say nothing, by the name of the platform.',
  check: (model) => placedSignings(model).filter((placed) => !fitsSystem(placed)).map(({ where, leg: { platform: { system } }, signing }) => ({
    where,
    what: `signs on ${orList(kindOfSigning(signing).systems.map((one) => SYSTEMS[one]))} only, and this platform runs on ${SYSTEMS[system]}`,
    fix: 'Declare it on platforms of that system.',
  })),
};
