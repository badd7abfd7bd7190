import { identity, pkcs12 } from './keys';
import { leaks, SigningScene } from './scene';

/** As the two scripts end under PowerShell, which is not here: it opens the file by the real openssl. */
const POWERSHELL = `
[ "$1 $2 $3 $4 $5" = '-NoProfile -NonInteractive -ExecutionPolicy Bypass -File' ] && [ "$MSYS2_ENV_CONV_EXCL" = SIGNING_PASSWORD ] || exit 9
file=$(sed 's/^C://; s/\\\\/\\//g' <<<"$6")
[[ $(head -n 1 "$file") == "\\$env:PSModulePath = \\$PSHOME + '\\\\Modules'"* ]] || exit 9
case $file in
  */import.ps1)
    pfx=$(sed 's/^C://; s/\\\\/\\//g' <<<"$SIGNING_PFX")
    [ ! -e "$state/refuses" ] || { printf 'Access is denied.\\r\\n'; exit 3; }
    said=$(/usr/bin/openssl pkcs12 -in "$pfx" -passin env:SIGNING_PASSWORD -nodes 2>&1)
    case $said in
      *'invalid password'*) printf 'The specified network password is not correct.\\r\\n\\r\\n'; exit 2 ;;
      *'PRIVATE KEY'*) printf 'My\\\\0123456789ABCDEF0123456789ABCDEF01234567\\r\\nCA\\\\FEDCBA9876543210FEDCBA9876543210FEDCBA98\\r\\n' | tee "$state/store" ;;
      *CERTIFICATE*) exit 4 ;;
      *) printf 'Cannot find the requested object.\\r\\n\\r\\n'; exit 3 ;;
    esac ;;
  */remove.ps1) printf '%s' "$SIGNING_STORED" >"$state/removed" ;;
esac`;

const PASSWORD = 'p w"$(x)';
const pem = identity('Acme Ltd');

let scene: SigningScene;
beforeEach(() => {
  scene = new SigningScene();
  scene.standIn('powershell.exe', POWERSHELL);
  scene.standIn('cygpath', '[ "$1" = -w ] && printf \'C:%s\\n\' "${2//\\//\\\\}"');
});
afterEach(() => scene.remove());

function build(file: Buffer | string, commands = `cat '${scene.file('removed')}' 2>&1 || echo built`, env: Record<string, string> = {}) {
  return scene.run('certificateStore', commands, {
    SIGNING_CERTIFICATES: 'WINDOWS_CERTIFICATE CERT_SECRET WINDOWS_CERTIFICATE_PASSWORD PASSWORD_SECRET',
    WINDOWS_CERTIFICATE: typeof file === 'string' ? file : file.toString('base64'),
    WINDOWS_CERTIFICATE_PASSWORD: PASSWORD,
    ...env,
  });
}

it('is there while the build runs, and holds nothing of it behind', async () => {
  const run = await build(pkcs12(pem, PASSWORD));
  expect(run).toMatchObject({ code: 0, stderr: '', annotations: [], leftovers: [], stdout: expect.stringMatching(/No such file[^]*built/) });
  expect(scene.read('removed').trim()).toBe('My\\0123456789ABCDEF0123456789ABCDEF01234567 CA\\FEDCBA9876543210FEDCBA9876543210FEDCBA98');
});

it('leaves the build the store, and not the password of the file', async () => {
  expect(await build(pkcs12(pem, PASSWORD), 'env')).toMatchObject({ code: 0, stdout: expect.not.stringContaining('WINDOWS_CERTIFICATE_PASSWORD') });
});

it('holds nothing of it either where the build fails', async () => {
  expect(await build(pkcs12(pem, PASSWORD), 'exit 3')).toMatchObject({ code: 3 });
  expect(scene.read('removed')).toContain('My\\0123456789');
});

it.each([
  ['a wrong password', () => pkcs12(pem, 'another'), 'A password does not fit its certificate', 'The password in secret PASSWORD_SECRET does not open the certificate in secret CERT_SECRET.'],
  ['no PFX', () => Buffer.from('x'), 'A certificate cannot be imported', 'Windows did not take the certificate in secret CERT_SECRET: Cannot find the requested object.'],
  ['a certificate without its key', () => pkcs12(pem.slice(pem.indexOf('-----BEGIN CERT')), PASSWORD, '-nokeys'), 'A certificate cannot be imported', 'comes without its private key'],
  ['no base64', () => 'C:\\certificate.pfx', 'A secret is not base64', 'Secret CERT_SECRET must hold a certificate in base64'],
])('says what is wrong: %s', async (_, file, title, text) => {
  const run = await build(file());
  expect(run).toMatchObject({ code: 1, stderr: '', leftovers: [], annotations: [{ title, text: expect.stringContaining(text) }] });
  expect(run.stdout).not.toContain('built\n');
  expect(scene.read('removed')).toBe('');
});

it('is left alone where the secrets of an optional signing are absent', async () => {
  const run = await build('', 'echo built', { WINDOWS_CERTIFICATE_PASSWORD: '', OPTIONAL_SECRETS: 'WINDOWS_CERTIFICATE WINDOWS_CERTIFICATE_PASSWORD' });
  expect(run).toMatchObject({ code: 0, stdout: 'built\n', stderr: '' });
  expect(scene.calls('powershell.exe')).toEqual([]);
});

it('is told nothing secret by an argument', async () => {
  const file = pkcs12(pem, PASSWORD);
  const run = await build(file);
  expect(scene.calls('powershell.exe')).toHaveLength(2);
  expect(leaks(scene, run, PASSWORD, file.toString('base64').slice(0, 60))).toEqual([]);
});
