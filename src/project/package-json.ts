import * as path from 'node:path';
import { javascript, Project } from 'projen';
import { fileIn } from '../outside/checkout';
import { fields } from '../outside/data';
import { readIfThere } from '../outside/files';

/** The part of a package.json that is asked for. */
export interface PackageJson {
  readonly scripts?: Record<string, string>;
  readonly packageManager?: string;
  readonly devEngines?: { readonly packageManager?: unknown };
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

/**
 * What projen is about to write counts; what lies on disk is from the last synthesis, or is missing
 * before the first. projen's tasks are among the scripts of a package.json.
 */
export function packageJsonIn(root: Project, directory: string): PackageJson {
  return declaredPackageJson(root, directory) ?? onDisk(root, path.join(directory, 'package.json'));
}

/** The one that projen is about to write; undefined where it writes none. */
export function declaredPackageJson(root: Project, directory: string): PackageJson | undefined {
  const outdir = path.join(root.outdir, directory);
  const project = root.node.findAll().filter(Project.isProject).find((candidate) => candidate.outdir === outdir);
  const declared = project && javascript.NodePackage.of(project)?.manifest;
  return declared && evaluated(declared);
}

function onDisk({ outdir }: Project, file: string): PackageJson {
  try {
    // npm takes a mark of byte order, too
    return fields(JSON.parse((readIfThere(fileIn(outdir, file)) ?? '{}').replace(/^\ufeff/, '')));
  } catch (error) {
    throw new Error(`${path.join(outdir, file)} cannot be read: ${(error as Error).message}`);
  }
}

/** projen holds some fields of a package.json, scripts among them, as functions until it writes it. */
function evaluated(manifest: Record<string, unknown>): PackageJson {
  return Object.fromEntries(Object.entries(manifest).map(([field, value]) => [field, typeof value === 'function' ? value() : value]));
}
