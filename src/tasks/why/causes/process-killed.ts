import type { KnownCause } from '../known-cause';

export const processKilled: KnownCause = {
  id: 'process-killed',
  title: 'The system killed a program',
  signs: [
    /^(?:Process completed with exit code 137\.|The process '.{1,200}' failed with exit code 137)$/,
    /: line \d+: +\d+ Killed {2,}/,
  ],
  late: true,
  cause: 'A program was killed from outside (exit code 137 is signal 9): as a rule the machine, or the container, had no memory left.',
  cure: 'If it came once only, re-run the failed jobs. Otherwise build less at once, or take a runner with more memory.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/broadinstitute/gene-hints/issues/25', 'https://github.com/vmactions/freebsd-vm/issues/81'],
};
