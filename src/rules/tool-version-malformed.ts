import { complain, type DeclarationRule, type Finding } from './rule';
import { placedTools } from './tools';
import type { SetupModel } from '../model/model';
import { quoted } from '../text/tokens';
import { toolchains } from '../toolchains/toolchains';

/** Versions, ranges, lists of them and words such as `lts/*`; some actions put them into a script. */
const VERSION = /^(?!-)[\w.*^~<>=|,+/@: \n-]+$/;
const FULL_VERSION = /^\d+\.\d+\.\d+[-.+\w]*$/;
/** Targets and components of a toolchain. */
const NAME = /^\w[\w.-]*$/;
/** What a shell takes apart. */
const QUOTE = /["'`$]/;

export const toolVersionMalformed: DeclarationRule = {
  id: 'tool-version-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'The version of a tool has a character that no version has, or it is a range, a tag or a part of a version where only one exact version is installed. '
    + 'Or the path of its file, or a target or component, has what a command would take for something else.',
  cure: "Write a version, for instance '22' or '3.11'; for npm, Zig and CMake a full one, for instance '11.6.2'.",
  check: (model) => placedTools(model).flatMap(({ where, setup }) => setup.flatMap((tool) => [
    ...isMalformed(tool) ? [malformed(where, tool)] : [],
    ...QUOTE.test(tool.versionFile) && !tool.versionFile.includes('${{') ? [complain(where, tool.versionFile, {
      why: 'is a path with a quote or a $, and some actions put it into a script', hint: 'Rename it.',
    })] : [],
    ...[...tool.targets, ...tool.components].filter((name) => !NAME.test(name)).map((name) => complain(where, name, {
      why: `is no target or component of Setup.${tool.kind}`, hint: "Write its name, for instance 'rustfmt'.",
    })),
  ])),
};

function malformed(where: string, { kind, version }: SetupModel): Finding {
  return {
    where,
    what: toolchains[kind].exactVersion
      ? `${quoted(version)} is no full version, and Setup.${kind} installs exactly one`
      : `${quoted(version)} is no version of Setup.${kind}`,
    fix: toolchains[kind].exactVersion ? "Write all of its numbers, for instance '4.0.3'." : "Write a version or a range, for instance '22' or '3.11'.",
  };
}

/** What an expression will be is not known here. */
function isMalformed({ kind, version }: SetupModel): boolean {
  return version !== '' && !version.includes('${{') && !(toolchains[kind].exactVersion ? FULL_VERSION : VERSION).test(version);
}
