/**
 * Beginnings that only tokens have. Names of secrets are stored in upper case, so nobody needs one
 * that begins like this in lower case.
 *
 * @see https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
 */
const TOKEN_BEGINNING = /^(?:gh[opusr]_|github_pat_|glpat-|npm_|pypi-|sk-|xox[abeoprs]-)[A-Za-z0-9]/;

/** Its head is short: to look for its end any further would take long where there is none. */
const JSON_WEB_TOKEN = 'eyJ[A-Za-z0-9_-]{10,500}\\.eyJ[A-Za-z0-9_-]{10,}';

/** Tokens and keys wherever they stand in a text, a URL for instance; GitHub's own may hold dots and hyphens. */
const TOKEN_INSIDE = new RegExp([
  'gh[opusr]_[A-Za-z0-9_.-]{16,}',
  'github_pat_[A-Za-z0-9_]{16,}',
  'glpat-[A-Za-z0-9_-]{16,}',
  'npm_[A-Za-z0-9]{36}',
  'xox[abeoprs]-[A-Za-z0-9-]{16,}',
  'A[KS]IA[A-Z0-9]{16}',
  JSON_WEB_TOKEN,
  '-----BEGIN',
  // the password of a URL
  '://[^/@\\s:]*:[^/@\\s]+@',
].map((token) => `(?:${token})`).join('|'));

/**
 * Tokens and keys whose form leaves no doubt, in texts of any kind: a hash there is no token, the
 * variable in a URL no password, and a certificate no key.
 */
const TOKEN_IN_TEXT = new RegExp(`(?<![A-Za-z0-9])(?:${[
  'gh[opusr]_[A-Za-z0-9_.-]{20,}',
  'github_pat_[A-Za-z0-9_]{20,}',
  'glpat-[A-Za-z0-9_-]{20,}',
  'npm_[A-Za-z0-9]{36}',
  'pypi-[A-Za-z0-9_-]{32,}',
  'xox[abeoprs]-[A-Za-z0-9-]{16,}',
  'A[KS]IA[A-Z0-9]{16}',
  JSON_WEB_TOKEN,
].join('|')})|-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----`);

/** Those of registries and services that a release may deal with. @see https://docs.gitlab.com/security/tokens/ */
const OF_SERVICES = [
  'gl(?:cbt|dt|ft|ptt|rt|soat)-[\\w-]{20,}',
  'dckr_(?:oat|pat)_[\\w-]{20,}',
  'rubygems_[0-9a-f]{48}',
  'oy2[a-z0-9]{43}(?![a-z0-9])',
  'hf_[A-Za-z0-9]{30,}',
  'AIza[\\w-]{35}',
  'ya29\\.[\\w.-]{20,}',
  'xapp-[A-Za-z0-9-]{16,}',
  'dop_v1_[0-9a-f]{64}',
  'SG\\.[\\w-]{22}\\.[\\w-]{43}',
  '(?:rk_(?:live|test)|sntrys)_[\\w-]{20,}',
  'AGE-SECRET-KEY-1[A-Z0-9]{58}',
];

/** The same, and what is hidden in a log besides, wherever it stands. */
const SECRETS = new RegExp([
  `(?:${TOKEN_IN_TEXT.source})[\\w.~+/=-]*`,
  `(?<![A-Za-z0-9])(?:${OF_SERVICES.join('|')})`,
  // what follows the name of a scheme, which is no word
  '(?<=\\b(?:Bearer|Basic) )(?=[\\w.~+/-]{0,500}[\\d=])[\\w.~+/=-]{16,}',
  '(?<=\\bAuthorization: (?:Bearer|Basic|token) )(?!\\*)[^\\s"\']{8,}',
  '(?<=[:\\s]_auth ?= ?)(?![$%{])\\S{8,}',
  // the value of an option
  '(?<=\\s--[\\w-]{0,20}(?:password|passphrase|token|api-key) )(?=\\S{0,500}\\d)[^-\\s$%*{<]\\S{7,}',
  // the password of a URL, or a token before its host
  '(?<=://[^/@\\s:]{0,100}:)[^/\\s]{1,500}(?=@)',
  '(?<=://)[^/@\\s:]{16,500}(?=@)',
  '(?<=hooks\\.slack\\.com/services/|discord(?:app)?\\.com/api/webhooks/)[\\w/-]+',
  '\\bsk[-_](?=[\\w-]{0,100}\\d)[\\w-]{20,}',
].join('|'), 'gi');

/** What is assigned to a name of a secret, or follows it with a digit in it; a variable is none, nor an address or a path. */
const NAMED = /((?:passw(?:or)?d|secret|token|credentials?|(?:api|access|private)[_-]?key|[?&]sig)\w{0,30}["']?(?: ?= ?|: ?)["']?)(?![$%*{<]|https?:|\.{1,2}\/)([^\s"'&,;]{8,})/gi;

/** Digits of a hash, as GitHub's tokens were before they had prefixes. */
const HEX = /^[0-9a-f]{40,}$/;

/** As long as a key and of one piece. */
const ONE_PIECE = /^(?:[A-Za-z0-9]{32,}|[A-Za-z0-9+/]{64,}={0,2})$/;

const NOT_SHOWN = 'shaped like a token, not shown';

/** Whether a text is, or holds, something shaped like a credential. Such a text is never repeated in a message. */
export function looksLikeToken(text: string): boolean {
  return TOKEN_BEGINNING.test(text) || TOKEN_INSIDE.test(text) || HEX.test(text) || looksRandom(text);
}

/** The first credential in a text, such as a script. */
export function tokenIn(text: string): string | undefined {
  return TOKEN_IN_TEXT.exec(text)?.[0];
}

/** Whether a text, such as a script, has a credential in it. */
export function holdsToken(text: string): boolean {
  return tokenIn(text) !== undefined;
}

/** A line of a log without what is shaped like a credential in it: GitHub hides only what it knows to be one. */
export function withoutTokens(line: string): string {
  const named = line.replace(SECRETS, '***').replace(NAMED, (text, name: string, value: string) => name.includes('=') || /\d/.test(value) ? `${name}***` : text);
  return named.replace(/[^\s'"`,;()[\]{}<>=:]{32,}/g, (word) => looksRandom(word) ? '***' : word);
}

/** The same of lines that belong together: of a private key each is one. */
export function withoutSecrets(lines: readonly string[]): string[] {
  let inside = false;
  return lines.map((line) => {
    const begins = line.includes('-----BEGIN ') && line.includes('PRIVATE KEY');
    const hidden = inside || begins;
    inside = hidden && !line.includes('-----END ');
    return hidden ? '***' : withoutTokens(line);
  });
}

/** A text as a message may show it: in quotes, or not at all. */
export function quoted(text: string): string {
  return looksLikeToken(text) ? `a text (${NOT_SHOWN})` : `'${text}'`;
}

/** A message without the words in it that are shaped like a token, wherever they stand in a path or a URL. */
export function redacted(message: string): string {
  return message.replace(/[^\s'"`,;()[\]{}<>]+/g, (run) => {
    const word = run.replace(/(?<![:.])[:.]+$/, '');
    return [word, ...word.split(/[^\w-]/)].some(looksLikeToken) ? `(${NOT_SHOWN})${run.slice(word.length)}` : run;
  });
}

/** Lower case, upper case and digits in several places, mixed as no name is. */
function looksRandom(text: string): boolean {
  return ONE_PIECE.test(text) && [/[a-z]/, /[A-Z]/, /[0-9](?:[^0-9]+[0-9]+){2}/].every((kind) => kind.test(text));
}
