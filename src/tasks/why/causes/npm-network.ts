import type { KnownCause } from '../known-cause';

export const npmNetwork: KnownCause = {
  id: 'npm-network',
  title: 'npm lost the network',
  signs: [
    /^npm (?:ERR!|error) (?:code|errno) (?<code>ECONNRESET|ETIMEDOUT|EAI_AGAIN|ECONNREFUSED|ENOTFOUND|ERR_SOCKET_TIMEOUT)$/,
    /^npm (?:ERR!|error) network (?:aborted|read ECONNRESET|request to )/,
  ],
  cause: 'A download of npm was cut off ({code|by the network}).',
  cure: 'If it happens often, set `fetch-retries` in `.npmrc`. If npm never finds that server, correct its address and push a new tag instead.',
  then: 'rerun',
  before: '',
  sources: ['https://github.com/actions/runner-images/issues/3737'],
};
