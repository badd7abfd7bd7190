import { complain, type DeclarationRule } from './rule';
import { cronProblem } from '../github/cron';

export const rehearseScheduleMalformed: DeclarationRule = {
  id: 'rehearse-schedule-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'A schedule is not one that GitHub takes: it refuses the whole workflow then.',
  cure: 'Write `daily`, `weekly`, or five fields of cron: minute, hour, day of the month, month, day of the week, in UTC.',
  check: ({ rehearse }) => (['schedule', 'watch'] as const).flatMap((option) => {
    const written = rehearse?.[option] ?? '';
    const complaint = written === '' ? undefined : cronProblem(written);
    return complaint ? [complain(`rehearse.${option}`, written, complaint)] : [];
  }),
};
