import type { DeclarationRule } from './rule';
import { placedTools } from './tools';
import { findRunner } from '../github/runners';
import { toolchains } from '../toolchains/toolchains';

export const toolMissing: DeclarationRule = {
  id: 'tool-missing',
  level: 'warning',
  about: 'declaration',
  cause: 'A tool is declared for a platform that it is not released for, as far as is known: Flutter for arm64 anywhere but on macOS.',
  cure: 'Build that platform on another runner, or install the tool by own steps with Setup.of.',
  check: (model) => placedTools(model).flatMap(({ where, setup, platforms }) => setup.flatMap((tool) => platforms.flatMap(({ name, runsOn }) => {
    const runner = runsOn.map(findRunner).find((found) => found !== undefined);
    const why = runner && toolchains[tool.kind].missing?.(tool, runner);
    return why ? [{
      where,
      what: `${why}, and ${name} runs on ${runner.label}`,
      fix: 'Build it on another runner, or install the tool by steps of your own with Setup.of.',
    }] : [];
  }))),
};
