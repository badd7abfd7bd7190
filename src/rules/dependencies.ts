import { kindOfDependency } from '../dependencies/dependency-kinds';
import type { DependencyModel } from '../model/model';

/** A dependency with its place, for a message. */
export function dependencyPlace(dependency: DependencyModel): string {
  return `${dependency.declaredAt} ${kindOfDependency(dependency).title(dependency)}`;
}
