import { identity, pkcs12 } from './keys';
import { leaks, SigningScene } from './scene';

/** As `security` of macOS answers; it reads no file that is encrypted as OpenSSL 3 does it. */
const SECURITY = `
failing() { echo "security: $1" >&2; exit 1; }
[ ! -e "$state/refuses-$1" ] || failing "$(cat "$state/refuses-$1")"
case "$1" in
  list-keychains)
    [ "$2 $3" = '-d user' ] || exit 2
    shift 3
    if [ "$1" = -s ]; then
      shift
      : >"$state/searched"
      for keychain; do printf '    "%s"\\n' "$keychain" >>"$state/searched"; done
    else
      cat "$state/searched"
    fi ;;
  create-keychain) [ "$2" = -p ] && [ ! -e "$4" ] && printf '%s' "$3" >"$4" ;;
  set-keychain-settings) [ -e "$2" ] ;;
  unlock-keychain) [ "$3" = "$(cat "$4")" ] || failing "SecKeychainUnlock $4: The user name or passphrase you entered is not correct." ;;
  import)
    [ "$3 $5 $6 $7" = '-k -f pkcs12 -P' ] || exit 2
    said=$(/usr/bin/openssl pkcs12 -in "$2" -passin "pass:$8" -info -nodes 2>&1) || failing 'SecKeychainItemImport: MAC verification failed during PKCS12 import (wrong password?)'
    [[ $said == *'MAC: sha1,'*pbeWithSHA1And3-KeyTripleDES-CBC* && $said != *PBES2* ]] || failing 'SecKeychainItemImport: MAC verification failed during PKCS12 import (wrong password?)'
    grep -aE '^subject|BEGIN .*KEY' <<<"$said" >>"$state/imported"
    echo '1 identity imported.' ;;
  set-key-partition-list)
    [ "$2 $3 $4 $5 $6" = "-S apple-tool:,apple:,codesign: -s -k $(cat "$7")" ] || exit 2
    echo 'keychain: "signing.keychain-db"'
    touch "$state/partitioned" ;;
  delete-keychain) rm "$2" && grep -vF "$2" "$state/searched" >"$state/rest"; mv "$state/rest" "$state/searched" ;;
esac`;

const SEARCHED = '    "/Users/runner/Library/Keychains/login.keychain-db"\n    "/Users/my runner/other.keychain-db"\n';
const CERTIFICATES = 'MACOS_CERTIFICATE CERT_SECRET MACOS_CERTIFICATE_PASSWORD PASSWORD_SECRET';
const PASSWORD = 'p w"$(x)\'é';
const APPLICATION = 'Developer ID Application: Acme (ABCDE12345)';

const application = identity(APPLICATION);

let scene: SigningScene;
beforeEach(() => {
  scene = new SigningScene();
  scene.standIn('security', SECURITY);
  scene.write('searched', SEARCHED);
});
afterEach(() => scene.remove());

function build(file: Buffer | string, commands = `cat '${scene.file('searched')}'`, env: Record<string, string> = {}) {
  const certificate = typeof file === 'string' ? file : file.toString('base64');
  return scene.run('keychain', commands, { SIGNING_CERTIFICATES: CERTIFICATES, MACOS_CERTIFICATE: certificate, MACOS_CERTIFICATE_PASSWORD: PASSWORD, ...env });
}

it('leaves the build the keychain, and not the password of the file', async () => {
  expect(await build(pkcs12(application, PASSWORD), 'env')).toMatchObject({ code: 0, stdout: expect.not.stringContaining('MACOS_CERTIFICATE_PASSWORD') });
});

it.each([
  ['with the defaults of OpenSSL 3', []],
  ['in the old way', ['-legacy']],
])('imports a certificate that was exported %s', async (_, options) => {
  const run = await build(pkcs12(application, PASSWORD, ...options));
  expect(run).toMatchObject({ code: 0, stderr: '', annotations: [], leftovers: [] });
  expect(scene.read('imported').split('\n').sort()).toEqual(['', '-----BEGIN PRIVATE KEY-----', `subject=CN = ${APPLICATION}`]);
});

it('puts its keychain in front of the others while the build runs, and leaves everything as it was', async () => {
  const run = await build(pkcs12(application, PASSWORD), `cat '${scene.file('searched')}'; ls '${scene.file('partitioned')}'`);
  const [own, ...rest] = run.stdout.split('\n');
  expect(own).toMatch(/^ {4}".*\/signing\.keychain-db"$/);
  expect(rest.join('\n')).toBe(`${SEARCHED}${scene.file('partitioned')}\n`);
  expect(scene.read('searched')).toBe(SEARCHED);
  expect(scene.calls('security').filter((call) => call.includes('default-keychain'))).toEqual([]);
  expect(scene.calls('security').at(-2)).toMatch(/^security delete-keychain /);
});

it.each(['exit 7', 'exec false', 'kill -KILL $$'])('leaves everything as it was where the commands fail: %s', async (commands) => {
  const run = await build(pkcs12(application, PASSWORD), commands);
  expect(run.code).toBeGreaterThan(0);
  expect(run.leftovers).toEqual([]);
  expect(scene.read('searched')).toBe(SEARCHED);
});

it('imports each identity of a file with its own key', async () => {
  const installer = identity('Developer ID Installer: Acme (ABCDE12345)');
  const both = Buffer.from(pkcs12Of(application, installer));
  const run = await build(both);
  expect(run).toMatchObject({ code: 0, annotations: [] });
  expect(scene.read('imported').match(/PRIVATE KEY/g)).toHaveLength(2);
  expect(new Set(scene.read('imported').match(/Developer ID \w+/g))).toEqual(new Set(['Developer ID Application', 'Developer ID Installer']));
});

it.each([
  ['a wrong password', () => pkcs12(application, 'another'), 'A password does not fit its certificate', 'The password in secret PASSWORD_SECRET does not open the certificate in secret CERT_SECRET.'],
  ['no PKCS 12', () => Buffer.from(application), 'A certificate cannot be imported', 'Secret CERT_SECRET holds no certificate with its key (PKCS 12, a .p12 file).'],
  ['a certificate without its key', () => pkcs12(certificateOf(application), PASSWORD, '-nokeys'), 'A certificate cannot be imported', 'comes without its private key'],
  ['no base64', () => '-----BEGIN CERTIFICATE-----', 'A secret is not base64', 'Secret CERT_SECRET must hold a certificate in base64'],
])('says what is wrong: %s', async (_, file, title, text) => {
  const run = await build(file(), 'echo built');
  expect(run).toMatchObject({ code: 1, stderr: '', leftovers: [], annotations: [{ level: 'error', title, text: expect.stringContaining(text) }] });
  expect(run.stdout).not.toContain('built\n');
  expect(scene.read('searched')).toBe(SEARCHED);
});

it.each([
  ['create-keychain', 'SecKeychainCreate /x: A keychain with the same name already exists.', 'No keychain could be made for the certificates: security: SecKeychainCreate /x'],
  ['import', 'SecKeychainItemImport: One or more parameters passed to a function were not valid.', 'the keychain did not take it: security: SecKeychainItemImport'],
  ['set-key-partition-list', 'SecItemCopyMatching: The specified item could not be found in the keychain.', 'No keychain could be made for the certificates: security: SecItemCopyMatching'],
])('quotes what macOS says where it fails: %s', async (command, said, text) => {
  scene.write(`refuses-${command}`, said);
  const run = await build(pkcs12(application, PASSWORD), 'echo built');
  expect(run).toMatchObject({ code: 1, leftovers: [], annotations: [{ title: 'A certificate cannot be imported', text: expect.stringContaining(text) }] });
  expect(scene.read('searched')).toBe(SEARCHED);
});

it('touches no keychain where the secrets of an optional signing are absent', async () => {
  const run = await build('', 'echo "${MACOS_CERTIFICATE-unset}"', { MACOS_CERTIFICATE_PASSWORD: '', OPTIONAL_SECRETS: 'MACOS_CERTIFICATE MACOS_CERTIFICATE_PASSWORD' });
  expect(run).toMatchObject({ code: 0, stdout: 'unset\n', stderr: '' });
  expect(scene.calls('security')).toEqual([]);
});

it('lets no other process see the password, the certificate or its key', async () => {
  const file = pkcs12(application, PASSWORD);
  const run = await build(file);
  expect(scene.calls('openssl').length).toBeGreaterThan(2);
  expect(leaks(scene, run, PASSWORD, file.toString('base64').slice(0, 60), application.split('\n')[1])).toEqual([]);
});

function certificateOf(pem: string): string {
  return pem.slice(pem.indexOf('-----BEGIN CERTIFICATE-----'));
}

/** Keychain Access exports several identities into one file; `openssl pkcs12` cannot make one, so what it prints of two is given in its place. */
function pkcs12Of(...identities: string[]): string {
  scene.standIn('openssl', `
for argument; do [ "$argument" != -nodes ] || both=true; done
if [ -n "$both" ]; then cat '${scene.file('both.pem')}'; else exec /usr/bin/openssl "$@"; fi`);
  scene.write('both.pem', identities.join(''));
  return 'both';
}
