/** `scheme://[user[:password]@]host[:port]/path`. */
const URL_REMOTE = /^(?:https?|git|ssh|git\+ssh|ssh\+git):\/\/(?:[^@/]*@)?([^:/@]+)(?::\d+)?\/+(.*)$/i;

/** `[user@]host:path`, as scp writes it. */
const SCP_REMOTE = /^(?:[^@:/]*@)?([^:/@]+):\/?([^/].*)$/;

/** `owner/name`, no part of which leads elsewhere in a path. */
export const REPOSITORY = /^(?!\.{1,2}\/)[\w.-]+\/(?!\.{1,2}$)[\w.-]+$/;

/**
 * `owner/name` out of any of the ways in which a remote of git is written; undefined where it lies
 * elsewhere. The address may hold a token: nothing else of it is handed on.
 *
 * @param host the server that counts, for instance `github.com`; over a port that firewalls let through it is `ssh.github.com`
 * @see https://git-scm.com/docs/git-clone#_git_urls
 * @see https://docs.github.com/en/authentication/troubleshooting-ssh/using-ssh-over-the-https-port
 */
export function repositoryOfRemote(address: string, host: string): string | undefined {
  const [, server, path] = URL_REMOTE.exec(address.trim()) ?? SCP_REMOTE.exec(address.trim()) ?? [];
  const name = path?.replace(/\/$/, '').replace(/\.git$/i, '');
  const ours = [host, `ssh.${host}`, `www.${host}`].includes(server?.toLowerCase());
  return ours && REPOSITORY.test(name) ? name : undefined;
}
