import { publicKeyProblem } from '../../src/text/minisign';

const base64 = (text: string) => Buffer.from(text).toString('base64');
/** Made by minisign itself. */
const PUBLIC = 'untrusted comment: minisign public key 6498E95E104EAE49\nRWRJrk4QXumYZGCi3mZl46xXWzuhHjpBHy5HBYEULQ99xrHukxzQjH3x\n';
const SECRET = 'untrusted comment: minisign encrypted secret key\n'
  + 'RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAASa5OEF7pmGSLOHh5IgvT0ebgyYFsOxevnLq666/lodWHKPMPJ2Mql2Ci3mZl46xXWzuhHjpBHy5HBYEULQ99xrHukxzQjH3x'
  + 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n';
const NONE = 'is no public key in base64, as it stands in the file that ends in .pub';

test.each([
  ['as the signer writes it', base64(PUBLIC)],
  ['with the line breaks of Windows', base64(PUBLIC.replaceAll('\n', '\r\n'))],
  ['with a line break behind it', `${base64(PUBLIC)}\n`],
])('a public key %s is one', (_, key) => {
  expect(publicKeyProblem(key)).toBeUndefined();
});

test.each([
  ['in base64', base64(SECRET)],
  ['as it is', SECRET],
])('a private key %s is told apart, and nothing of it is repeated', (_, key) => {
  expect(publicKeyProblem(key)).toBe('is a private key: store it in a secret, and make a new one if this one was ever committed');
});

test.each([
  ['nothing', ''],
  ['the file without base64', PUBLIC],
  ['its second line alone', PUBLIC.split('\n')[1]],
  ['its first line alone', base64(PUBLIC.split('\n')[0])],
  ['one that is cut', base64(PUBLIC.slice(0, -6))],
  ['one of another algorithm', base64(PUBLIC.replace('\nRWRJ', '\nRURJ'))],
  ['a private key without its comment', base64(SECRET.replace(/.*\n/, 'untrusted comment: key\n'))],
])('%s is none', (_, key) => {
  expect(publicKeyProblem(key)).toBe(NONE);
});
