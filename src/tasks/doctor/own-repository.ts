import { type Env, runProgram } from './run-program';

/** `scheme://[user@]host[:port]/owner/name` and `[user@]host:owner/name`, each with or without `.git`. */
const REMOTE = /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([^:/]+)(?::\d+)?[:/]\/*([\w.-]+\/[\w.-]+?)(?:\.git)?\/*$/i;
const NAME = /^[\w.-]+\/[\w.-]+$/;

/** `owner/name` of the repository that runs the workflow: where the clone pushes to; undefined where nothing says. */
export async function findOwnRepository(env: Env, root: string, serverUrl: string): Promise<string | undefined> {
  if (env.GITHUB_REPOSITORY) {
    return NAME.test(env.GITHUB_REPOSITORY) ? env.GITHUB_REPOSITORY : undefined;
  }
  return fromRemote(await runProgram('git', ['remote', 'get-url', 'origin'], root, env) ?? '', serverUrl);
}

/** The address may hold a token, so it goes no further than here. */
export function fromRemote(address: string, serverUrl: string): string | undefined {
  const [, host, name] = REMOTE.exec(address) ?? [];
  const ours = new URL(serverUrl).hostname;
  return name && [ours, `ssh.${ours}`, `www.${ours}`].includes(host.toLowerCase()) ? name : undefined;
}
