import { Component, type Project } from 'projen';

const ID = 'projen-tag-build#LastHook';

/**
 * Runs something when the hooks of all components of a repository have run, those of subprojects
 * too, and before anything is removed or written.
 *
 * projen asks components in the order in which they were added, and those of a subproject when the
 * files of the root are gone already.
 *
 * @param run is told whether all have run: a hook in another language than JavaScript cannot be run ahead
 */
export function afterAllHooks(root: Project, run: (all: boolean) => void): void {
  const hook = root.preSynthesize;
  const replaced = Reflect.defineProperty(root, 'preSynthesize', {
    configurable: true,
    writable: true,
    value: () => {
      hook.call(root);
      root.node.tryRemoveChild(ID);
      new LastHook(root, run);
    },
  });
  if (!replaced) {
    new LastHook(root, () => run(false));
  }
}

class LastHook extends Component {
  constructor(root: Project, private readonly run: (all: boolean) => void) {
    super(root, ID);
  }

  public preSynthesize(): void {
    const all = this.project.subprojects.map(runAhead);
    this.run(all.every(Boolean));
  }
}

type Hooked = Project | Component;

/** Runs the hooks of a project and of those below it, which projen then skips. Whether all of them ran. */
function runAhead(project: Project): boolean {
  const hooked = hookedOf(project);
  hooked.filter(isReplaceable).forEach((one) => one.preSynthesize());
  // projen asks none that was added meanwhile
  hookedOf(project).filter(isReplaceable).forEach(skipOnce);
  return [hooked.every(isReplaceable), ...project.subprojects.map(runAhead)].every(Boolean);
}

function hookedOf(project: Project): Hooked[] {
  return [project, ...project.components];
}

/** jsii installs the methods of other languages for good. */
function isReplaceable(hooked: Hooked): boolean {
  return Object.getOwnPropertyDescriptor(hooked, 'preSynthesize')?.configurable !== false;
}

function skipOnce(hooked: Hooked): void {
  const own = Object.getOwnPropertyDescriptor(hooked, 'preSynthesize');
  Object.defineProperty(hooked, 'preSynthesize', {
    configurable: true,
    value: () => {
      Reflect.deleteProperty(hooked, 'preSynthesize');
      if (own) {
        Object.defineProperty(hooked, 'preSynthesize', own);
      }
    },
  });
}
