import type { github } from 'projen';
import { list, needed, number, record, struct, type Table, text } from './field';
import { PORTS } from '../github/limits';

const credentials: Table<github.workflows.ContainerCredentials> = {
  username: needed(text('code')),
  password: needed(text('code')),
};

/** @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idcontainer */
export const container: Table<github.workflows.ContainerOptions> = {
  image: needed(text('code')),
  credentials: struct(() => credentials),
  env: record('code', text('code', { scalar: true })),
  ports: list(number({ range: PORTS, orText: true })),
  volumes: list(text('code')),
  // GitHub takes one text
  options: list(text('code'), { orText: true }),
};
