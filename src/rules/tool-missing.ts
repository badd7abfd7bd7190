import type { DeclarationRule } from './rule';
import { placedTools } from './tools';
import { findRunner } from '../github/runners';
import { toolchains } from '../toolchains/toolchains';

export const toolMissing: DeclarationRule = {
  id: 'tool-missing',
  level: 'error',
  about: 'declaration',
  cause: 'A tool is declared for a runner of GitHub that cannot have it: Flutter on Linux for arm64, winget on windows-2022 and windows-11-arm.',
  cure: 'Build that platform on another runner, install packages by Chocolatey, which all images of Windows have, or any other tool by own steps with Setup.of.',
  check: (model) => placedTools(model).flatMap(({ where, setup, platforms }) => setup.flatMap((tool) => platforms.filter(({ host }) => host === 'github').flatMap(({ name, runsOn }) => {
    const runner = runsOn.map(findRunner).find((found) => found !== undefined);
    const complaint = runner && toolchains[tool.kind].missing?.(tool, runner);
    return complaint ? [{ where, what: `${name} runs on ${runner.label}, and ${complaint.why}`, fix: complaint.hint }] : [];
  }))),
};
