import { prove, type Tree } from './prove-run';

const WINDOWS = ['signing Windows signing', 'kind windows', 'secrets WIN_CSC_LINK', 'signer Acme, "The" Ltd', 'files out/**'];

const windows = (...names: string[]) => prove(Object.fromEntries(names.map((name) => [`out/${name}`, 'x'])) as Tree, WINDOWS);

it('asks once for all files that Windows runs or installs', async () => {
  const run = await windows('App Setup 1.0.exe', 'App.msi', 'store/App.appx', 'App.exe.blockmap', 'latest.yml');
  expect(run).toMatchObject({ code: 0, said: [], stderr: '', outputs: { 'signing-leg': 'proven' }, leftovers: [] });
  expect(run.calls.filter((call) => call.startsWith('powershell.exe'))).toHaveLength(1);
  expect(run.summary).toBe(`
### Signatures of leg

| file | signed by | |
| --- | --- | --- |
| out/App Setup 1.0.exe | Acme, "The" Ltd |  |
| out/App.msi | Acme, "The" Ltd |  |
| out/store/App.appx | Acme, "The" Ltd |  |
`);
});

it.each([
  ['unsigned', 'A file is not signed', 'out/unsigned.exe is not signed. Windows signing was wanted: see the log of the build for why its tool did without, and its configuration.'],
  ['tampered', 'A signature is not valid', 'out/tampered.exe was changed after it was signed by Acme, "The" Ltd. Windows said: The contents of file out/tampered.exe might have been changed by an unauthorized user or process, because the hash of the file does not match the hash stored in the digital signature. Sign last.'],
  ['untrusted', 'A signature is not valid', 'out/untrusted.exe is signed by Acme Ltd, and Windows does not trust it. It said: A certificate chain processed, but terminated in a root certificate which is not trusted by the trust provider. Use a certificate that was issued by an authority which Windows knows, and that has not ended.'],
  ['revoked', 'A signature is not valid', expect.stringContaining('It said: A certificate was explicitly revoked by its issuer.')],
  ['noform', 'A signature is not valid', expect.stringMatching(/^out\/noform\.exe is in no form that Windows knows signatures of\. It said: The form specified .* trust provider\. See whether/)],
  ['other', 'A signature is of somebody else', 'out/other.exe is signed by Other Inc.. Expected is Acme, "The" Ltd, the common name in the certificate. Store that certificate in the secrets of Windows signing, or correct the publisher in the declaration.'],
])('refuses a file that is %s', async (name, title, text) => {
  const run = await windows('a.exe', `${name}.exe`, 'z.msi');
  expect(run).toMatchObject({ code: 1, outputs: {} });
  expect(run.annotations).toMatchObject([{ level: 'error', title }]);
  expect(run.said[0].replace(`error: ${title}: `, '')).toEqual(text);
  expect(run.summary).toContain('| out/z.msi |');
});

it('gives Windows the time to fetch a root that it knows', async () => {
  const run = await windows('slowroot.exe');
  expect(run).toMatchObject({ code: 0, said: [] });
  expect(run.calls.filter((call) => call.startsWith('powershell.exe'))).toHaveLength(3);
});

it('warns of a signature that ends with its certificate', async () => {
  expect(await windows('unstamped.exe')).toMatchObject({
    code: 0,
    outputs: { 'signing-leg': 'proven' },
    said: ['warning: A signature has no time stamp: out/unstamped.exe: its signature ends with the certificate of Acme, "The" Ltd. Let the tool that signs ask a time stamping server.'],
  });
});

it('takes any publisher where none is declared', async () => {
  expect(await prove({ 'out/other.exe': 'x' }, WINDOWS.filter((line) => !line.startsWith('signer')))).toMatchObject({ code: 0 });
});

it('takes no silence for a proof', async () => {
  const run = await prove({ 'out/a.exe': 'x' }, WINDOWS, { POWERSHELL_FAILS: '1' });
  expect(run).toMatchObject({ code: 1, said: ['error: A tool to prove signatures is missing: PowerShell did not say whether out/a.exe is signed. It said: Get-AuthenticodeSignature : The module could not be loaded. Run the platform again, on a machine with Windows PowerShell.'] });
});

it('says that there is no PowerShell', async () => {
  expect(await prove({ 'out/a.exe': 'x' }, WINDOWS, {}, [])).toMatchObject({ code: 1, said: [expect.stringContaining('leg has no powershell.exe')] });
});

it('finds nothing to prove where nothing can be signed', async () => {
  expect(await windows('a.txt')).toMatchObject({ code: 1, said: [expect.stringContaining('Of what Windows signing signs (exe, msi, msix and appx) nothing was found on leg by: out/**.')] });
});
