import { install, type Machine, type Manager } from '../support/package-tools';

/** A failure of the network in the words of each. */
export const NETWORK: Readonly<Record<Manager, readonly string[]>> = {
  apt: [
    'install: E: Failed to fetch http://mirror/pool/t/tool.deb  503  Service Unavailable [IP: 10.0.0.1 80]',
    'install: E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 4711 (unattended-upgr)',
  ],
  brew: [
    'install: curl: (22) The requested URL returned error: 503\\nError: tool: Failed to download resource "tool"',
    'install: curl: (56) Recv failure: Connection reset by peer',
  ],
  choco: [
    'install: [NuGet] Response status code does not indicate success: 429 (Too Many Requests).\\ntool not installed. An error occurred during installation:',
    'install: tool not installed. The package was not found with the source(s) listed.\\n504 Gateway Timeout\\n The operation has timed out.',
  ],
  winget: [
    'install: Download request status is not success. 0x80190193 : Forbidden (403).',
    'install: An unexpected error occurred while executing the command: InternetOpenUrl() failed. 0x80072efd',
  ],
};

export function on(machine: Machine): Machine {
  return { available: ['tool', 'other'], ...machine };
}

/** What is the same of each. */
export function describeManagers(managers: readonly Manager[]): void {
  describe.each(managers)('%s', (manager) => {
    const calls = (run: { readonly calls: readonly string[] }, command: string) => run.calls.filter((call) => call.includes(command));

    test('installs all that is declared', async () => {
      const run = await install(manager, ['tool', 'other'], on({}));
      expect(run).toMatchObject({ code: 0, said: [], installed: ['tool', 'other'], leftovers: [] });
    });

    test('tries again what the network spoils, with pauses', async () => {
      const run = await install(manager, ['tool'], on({ fails: NETWORK[manager] }));
      expect(run).toMatchObject({ code: 0, said: [], installed: ['tool'] });
      expect(calls(run, 'sleep')).toEqual(['sleep 10', 'sleep 30']);
      expect(calls(run, ' install')).toHaveLength(3);
    });

    test('tries three times, and says what was said', async () => {
      const run = await install(manager, ['tool'], on({ fails: Array.from({ length: 9 }, () => NETWORK[manager][0]) }));
      expect(run).toMatchObject({ code: 1, installed: [] });
      expect(run.said).toEqual([expect.stringMatching(/^error: Packages cannot be installed: \S+ says: \S/)]);
      expect(calls(run, 'sleep').slice(0, 2)).toEqual(['sleep 10', 'sleep 30']);
    });

    test('names all at once that do not exist, and tries none of them again', async () => {
      const run = await install(manager, ['tool', 'nosuch', 'neither'], on({}));
      expect(run.code).toBe(1);
      expect(run.said).toEqual([expect.stringMatching(/^error: Packages do not exist: .*\bnosuch\b.*\bneither\b/)]);
      expect(run.said[0]).not.toMatch(/\btool\b/);
      expect(calls(run, 'sleep')).toEqual([]);
    });

    test('what is wrong in another way is said, and not tried again', async () => {
      const run = await install(manager, ['tool'], on({ fails: Array.from({ length: 3 }, () => 'install: Error: E: ERROR: 0x8 the disk is full') }));
      expect(run).toMatchObject({ code: 1, said: [expect.stringContaining('the disk is full')] });
      expect(calls(run, 'sleep')).toEqual([]);
    });

    test('is left out on a runner of another system, which says so', async () => {
      const run = await install(manager, ['tool'], on({ env: { RUNNER_OS: 'BeOS' } }));
      expect(run).toMatchObject({ code: 0, calls: [], said: [expect.stringMatching(/^notice: .* this runner is BeOS, so these are not installed: tool\.$/)] });
    });

    test('installs nothing on a machine of somebody\'s own, and names what is missing', async () => {
      const run = await install(manager, ['tool', 'other'], on({ installed: ['other'], env: { INSTALL_NOTHING: 'true' } }));
      expect(run).toMatchObject({ code: 0, calls: [], installed: ['other'], said: [expect.stringMatching(/^warning: .* The build may need what is missing of \S+: tool\.$/)] });
    });
  });
}
