import type { DependencyKind } from './dependency-kind';
import { github } from './github';
import { cargoRegistry, npmRegistry } from './registries';
import type { DependencyModel } from '../model/model';

/** Every kind of dependency. */
const dependencyKinds: { readonly [K in DependencyModel['kind']]: DependencyKind<Extract<DependencyModel, { kind: K }>> } = {
  'github': github,
  'npm-registry': npmRegistry,
  'cargo-registry': cargoRegistry,
};

/** The kind of a dependency. */
export function kindOfDependency(dependency: DependencyModel): DependencyKind<DependencyModel> {
  return dependencyKinds[dependency.kind] as unknown as DependencyKind<DependencyModel>;
}
