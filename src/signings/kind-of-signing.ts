import type { Guide } from './guide';
import type { SigningKind } from './signing-kind';
import { legsOf } from '../model/jobs';
import type { Model, SecretModel, SigningKindName } from '../model/model';
import { code } from '../text/markdown';

/** The kind of a signing as it was declared, or of its model. */
export function kindOfSigning({ kind }: { readonly kind: SigningKindName }): SigningKind {
  return load().signingKinds[kind];
}

/** What a person has to know of the signing that a secret belongs to; undefined for any other secret. */
export function guideOf(model: Pick<Model, 'jobs' | 'signings'>, { title, required, environments, env }: SecretModel): Guide | undefined {
  const signing = model.signings.find((one) => one.title === title);
  const config = legsOf(model).flatMap(({ platform }) => platform.proofs).find((proof) => proof.signing === title)?.config ?? '';
  // a model that was edited by hand may lack some
  const names = new Map(Object.entries(env));
  return signing && kindOfSigning(signing).guide({ signing, required, config, environments, secret: (variable) => code(names.get(variable) ?? '') });
}

/** The kinds are loaded where a build has one: most do without. */
function load(): typeof import('./signing-kinds') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a synthesis cannot wait for an import
  return require('./signing-kinds') as typeof import('./signing-kinds');
}
