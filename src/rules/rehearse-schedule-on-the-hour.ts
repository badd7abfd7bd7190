import type { DeclarationRule } from './rule';
import { cronProblem, isOnTheHour } from '../github/cron';

export const rehearseScheduleOnTheHour: DeclarationRule = {
  id: 'rehearse-schedule-on-the-hour',
  level: 'warning',
  about: 'declaration',
  cause: 'Most schedules begin on the hour, or at the other round minutes, and GitHub starts those late or not at all when there are too many.',
  cure: 'Write another minute, or `daily` or `weekly`: their minute is derived from the id of the build.',
  check: ({ rehearse }) => (['schedule', 'watch'] as const)
    .filter((option) => rehearse && cronProblem(rehearse[option]) === undefined && isOnTheHour(rehearse[option]))
    .map((option) => ({
      where: `rehearse.${option}`,
      what: `'${rehearse![option]}' begins on the hour, when GitHub starts schedules late or drops them`,
      fix: `Take another minute: '17 ${rehearse![option].split(' ').slice(1).join(' ')}'.`,
    })),
};
