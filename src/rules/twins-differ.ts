import type { DeclarationRule } from './rule';
import { isArm, namesArchitecture, type Twins, twinsOf, variablesOf, withoutArchitecture } from './twins';
import { readArtifactPatterns } from '../github/artifact-glob';
import { overlaps } from '../github/glob-overlap';
import type { Model } from '../model/model';
import { updatersOf } from '../model/publish';
import { andList } from '../text/words';
import { updates } from '../updaters/updater-kind';

/** What a build makes for each architecture. */
const BUILT = /\.(?:AppImage|app\.tar\.gz|blockmap|deb|dmg|exe|msi|pkg|rpm|sig|zip)$/i;

/** What is often taken from one of both. */
const METADATA = /\.(?:json|ya?ml)$/i;

/** Longer than anybody writes. */
const LONGEST = 200;

/** What machines of one architecture need. */
const OF_MACHINES = ['NODE_OPTIONS', 'USE_SYSTEM_FPM'];

export const twinsDiffer: DeclarationRule = {
  id: 'twins-differ',
  level: 'notice',
  about: 'declaration',
  cause: 'Two platforms build the same by the same commands for two architectures, and one of them has a pattern of artifacts or a variable that the other has not. Often one of both was forgotten.',
  cure: 'Declare it for both; or, if the architecture is the reason, switch the rule off with it. What names an architecture is let pass, what Linux or Windows need on arm64 alone, and tools: these are mostly for one architecture.',
  check: (model) => twinsOf(model).filter(isAsked).flatMap(({ leg, twin }) => {
    const lacking = [...patterns(model, { leg, twin }), ...variables(model, { leg, twin })];
    return lacking.length === 0 ? [] : [{
      where: leg.where,
      what: `lacks ${andList(lacking)}, which '${twin.name}' has for the same commands`,
      fix: 'Declare it here, too.',
    }];
  }),
};

/** Where arm64 is the younger one, more is needed there. */
function isAsked({ leg: { platform }, twin }: Twins): boolean {
  return platform.system === 'macos' || isArm(platform) && !isArm(twin);
}

/** Where all else is alike. */
function patterns(model: Model, { leg: { job, platform }, twin }: Twins): string[] {
  const isChosen = updatersOf(model).some(({ updater }) => updates(updater, { job, platform: twin }) && !updates(updater, { job, platform }));
  const [own, others] = [platform, twin].map(({ artifacts }) => artifacts.filter((pattern) => !pattern.startsWith('!')));
  const lacking = (ones: readonly string[], those: readonly string[]) => ones.filter((one) => !those.some((other) => mayMeet(one, other)));
  return isChosen || lacking(own.filter((pattern) => !METADATA.test(pattern)), others).length > 0 ? []
    : lacking(others.filter((pattern) => BUILT.test(pattern)), own).map((pattern) => `the pattern '${pattern}'`);
}

function mayMeet(...written: readonly string[]): boolean {
  const [one, other] = written.map((pattern) => readArtifactPatterns([withoutArchitecture(pattern, '*')])[0]?.tokens ?? []);
  return Math.max(one.length, other.length) > LONGEST || overlaps(one, other) || overlaps(other, one);
}

function variables(model: Model, { leg, twin }: Twins): string[] {
  const given = variablesOf(model, leg);
  return Object.entries(twin.env)
    .filter(([name, value]) => !given.includes(name.toUpperCase()) && !OF_MACHINES.includes(name) && ![name, value].some(namesArchitecture))
    .map(([name]) => `the variable '${name}'`);
}
