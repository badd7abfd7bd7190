/** A workflow of as many jobs as are wanted, each with as many steps, as a generator or a patient person writes it. */
export function largeWorkflow(jobs: number, steps: number): string {
  return `name: Large
on:
  push:
    tags: ['v*']
jobs:
${Array.from({ length: jobs }, (_, job) => jobText(job, steps)).join('')}`;
}

function jobText(job: number, steps: number): string {
  return `  # part ${job} of the suite
  part-${job}:
    runs-on: ${['ubuntu-24.04', 'windows-2022', 'macos-15'][job % 3]}
    env:
      PART: part-${job}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
${Array.from({ length: steps }, (_, step) => stepText(job, step)).join('')}      - uses: actions/upload-artifact@v4
        with:
          name: part-${job}
          path: dist/part-${job}/*
`;
}

function stepText(job: number, step: number): string {
  return `      - name: Step ${step}
        run: |
          node step.js --part ${job} --step ${step} --phase prepare
          node step.js --part ${job} --step ${step} --phase compile
          node step.js --part ${job} --step ${step} --phase link
          node step.js --part ${job} --step ${step} --phase pack
`;
}
