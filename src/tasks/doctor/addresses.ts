import type { Where } from '../../outside/program';

/** Where everything is that is asked. */
export interface Addresses {
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly npmUrl: string;
}

/** As the environment says. @throws Error where it says what is no address */
export function addressesIn(env: Where['env']): Addresses {
  return {
    apiUrl: addressIn(env, 'GITHUB_API_URL', 'https://api.github.com'),
    serverUrl: addressIn(env, 'GITHUB_SERVER_URL', 'https://github.com'),
    npmUrl: addressIn(env, 'npm_config_registry', 'https://registry.npmjs.org'),
  };
}

function addressIn(env: Where['env'], name: string, fallback: string): string {
  const value = (env[name] || fallback).replace(/(?<!\/)\/+$/, '');
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new Error(`${name} is no address; it takes one such as ${fallback}`);
  }
  return value;
}
