import { asScript } from './action-electron-builder';
import { patternsOf } from './artifacts';
import { type Certificate, certificateIn, keyFileIn } from './certificates';
import { keychainBuild, notarizedBy } from './keychain-build';
import { freeObject } from './step-code';
import { secretIn } from './used-action';
import { canBeSigned, SIGNABLE } from '../../signings/signable';
import { type Code, call, constant, object } from '../code';
import type { LegSource, StepMeaning } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

/** How a leg signs, of all its steps together. */
export interface LegSigning {
  readonly signing: readonly Code[];
  /** Variables that the run sets where they are needed; neither a step nor the job names them any more. */
  readonly taken: readonly string[];
  /** Names of the secrets that the build is given for it. */
  readonly given: readonly string[];
  /** Variables that nothing on this system reads. */
  readonly foreign: readonly string[];
  /** Steps that are not needed any more, by their lines. */
  readonly replaced: ReadonlyMap<number, Replacement>;
}

/** What a step became, with what is left of it. */
export interface Replacement extends Pick<StepMeaning, 'build' | 'env' | 'secrets'> {
  readonly became: string;
  /** Whether its commands are gone, and not only in another place. */
  readonly isGone?: true;
}

/** A tool that signs: its word, and the variables that it reads. */
interface Tool {
  readonly word: string;
  readonly certificate: readonly [certificate: string, password: string];
  readonly account: readonly string[];
  readonly apiKey: readonly string[];
  /** Which of those is the key itself, which a file holds. */
  readonly keyFile: string;
}

const API_KEY = ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'];
const ACCOUNT = ['APPLE_ID', 'APPLE_PASSWORD', 'APPLE_TEAM_ID'];
const OWN_KEYCHAIN = ['MACOS_CERTIFICATE', 'MACOS_CERTIFICATE_PASSWORD'] as const;

const ON_MACOS: Readonly<Record<Builder, Tool>> = {
  'electron-builder': { word: 'electronBuilderMac', certificate: ['CSC_LINK', 'CSC_KEY_PASSWORD'], account: ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'], apiKey: API_KEY, keyFile: 'APPLE_API_KEY' },
  'tauri': { word: 'tauriMac', certificate: ['APPLE_CERTIFICATE', 'APPLE_CERTIFICATE_PASSWORD'], account: ACCOUNT, apiKey: ['APPLE_API_KEY_PATH', 'APPLE_API_KEY', 'APPLE_API_ISSUER'], keyFile: 'APPLE_API_KEY_PATH' },
  'electron-forge': { word: 'electronForgeMac', certificate: OWN_KEYCHAIN, account: ACCOUNT, apiKey: API_KEY, keyFile: 'APPLE_API_KEY' },
  'none': { word: 'codesign', certificate: OWN_KEYCHAIN, account: ACCOUNT, apiKey: API_KEY, keyFile: 'APPLE_API_KEY' },
};

const ON_WINDOWS: Readonly<Record<Builder, readonly [word: string, ...variables: string[]]>> = {
  'electron-builder': ['electronBuilderWindows', 'WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD'],
  'tauri': ['tauriWindows', 'WINDOWS_CERTIFICATE', 'WINDOWS_CERTIFICATE_PASSWORD'],
  'electron-forge': ['electronForgeWindows', 'WINDOWS_CERTIFICATE_FILE', 'WINDOWS_CERTIFICATE_PASSWORD'],
  'none': [''],
};

/** What electron-builder takes on Windows where there is nothing of its own. */
const FALLBACK = ['CSC_LINK', 'CSC_KEY_PASSWORD'];
const AZURE = ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET'];
const OF_MACOS = /^(?:APPLE_\w+|MACOS_CERTIFICATE\w*|CSC_INSTALLER_\w+)$/;
const OF_WINDOWS = /^(?:WIN_CSC_\w+|WINDOWS_CERTIFICATE\w*)$/;
const OF_BOTH = /^CSC_(?:LINK|KEY_PASSWORD)$/;

type Builder = 'electron-builder' | 'tauri' | 'electron-forge' | 'none';

/** Secrets by the variables that tools read them from, of the job and of the steps that do not read them themselves. */
type Secrets = ReadonlyMap<string, string>;

export function signingOf(original: LegSource): LegSigning {
  const leg = { ...original, steps: original.steps.map(asScript) };
  const secrets = secretsOf(leg);
  const builder = builderOf(leg, secrets);
  const parts = [
    ...leg.system === 'macos' ? [onMacos(leg, secrets, builder)] : [],
    ...leg.system === 'windows' && mayProve(leg, 'windows') ? onWindows(secrets, builder) : [],
    ...mayProve(leg, 'minisign') ? updates(leg, secrets) : [],
  ];
  const signing = together(parts);
  return { ...signing, foreign: [...secrets.keys()].filter((variable) => !signing.taken.includes(variable) && isForeign(variable, leg, builder)) };
}

function together(parts: readonly Partial<LegSigning>[]): Omit<LegSigning, 'foreign'> {
  return {
    signing: parts.flatMap(({ signing = [] }) => signing),
    taken: parts.flatMap(({ taken = [] }) => taken),
    given: parts.flatMap(({ given = [] }) => given),
    replaced: new Map(parts.flatMap(({ replaced }) => [...replaced ?? []])),
  };
}

function secretsOf({ env, steps }: LegSource): Secrets {
  const own = steps.flatMap((step) => Object.entries(step.env).filter(([name]) => !reads(step, name)));
  const shared = Object.entries(env).filter(([name]) => !steps.some((step) => reads(step, name)));
  const values = [...shared, ...own];
  return new Map(values.flatMap(([name, value]) => {
    const secret = values.every(([other, text]) => other !== name || text === value) ? secretIn(value) : undefined;
    return secret === undefined ? [] : [[name, secret]];
  }));
}

/** Whether a script reads a variable itself, so that it must have it. */
function reads({ run = '' }: StepSource, variable: string): boolean {
  return run.split(/\W+/).includes(variable);
}

function builderOf({ steps }: LegSource, secrets: Secrets): Builder {
  const text = steps.map(({ run = '', uses = '' }) => `${uses}\n${run}`).join('\n');
  if (/electron-builder/.test(text) || secrets.has('CSC_LINK') || secrets.has('WIN_CSC_LINK')) {
    return 'electron-builder';
  }
  if (/tauri-action@|\btauri:? ?build\b|cargo tauri/.test(text) || secrets.has('TAURI_SIGNING_PRIVATE_KEY')) {
    return 'tauri';
  }
  return /electron-forge/.test(text) ? 'electron-forge' : 'none';
}

function onMacos(leg: LegSource, secrets: Secrets, builder: Builder): Partial<LegSigning> {
  const tool = ON_MACOS[builder];
  const [link, password] = tool.certificate;
  const own = secrets.has(link) && secrets.has(password) ? { certificate: secrets.get(link)!, password: secrets.get(password)! } : undefined;
  const imported = importedCertificate(leg, builder);
  const certificate = own ?? imported?.certificate;
  if (!certificate || !mayProve(leg, 'macos')) {
    return {};
  }
  const notary = notaryOf(leg, tool, secrets, builder === 'none');
  const named = { [link]: certificate.certificate, [password]: certificate.password, ...notary.secrets };
  return {
    signing: [withSecrets(tool.word, notary.way ? { notarization: notary.way } : {}, named)],
    taken: [link, password, ...Object.keys(notary.secrets), ...builder === 'electron-builder' ? ['CSC_FOR_PULL_REQUEST'] : []],
    given: [...Object.values(named), ...imported?.secrets ?? []],
    replaced: new Map([...imported?.replaced ?? [], ...notary.replaced]),
  };
}

interface Imported {
  readonly certificate: Certificate;
  /** What the steps that sign read themselves. */
  readonly secrets: readonly string[];
  readonly replaced: ReadonlyMap<number, Replacement>;
}

/** A certificate that a step puts into a keychain. Tools find it by themselves; where steps call `codesign`, they become the build. */
function importedCertificate(leg: LegSource, builder: Builder): Imported | undefined {
  const importing = leg.steps.find((step) => certificateIn(step, leg) !== undefined);
  const build = importing && builder === 'none' ? keychainBuild(leg, importing) : { steps: [], env: {}, secrets: {} };
  if (!importing || !build) {
    return undefined;
  }
  const [first, ...others] = build.steps;
  const removing = leg.steps.filter(({ run = '' }) => /^security delete-keychain\b[^\n]*\n?(?:rm -f [^\n]*\n?)?$/.test(run));
  const word = `Signing.${ON_MACOS[builder].word}, which has a keychain of its own`;
  const inBuild = { became: 'run of the platform, where the keychain is' };
  return {
    certificate: certificateIn(importing, leg)!,
    secrets: Object.keys(build.secrets),
    replaced: new Map<number, Replacement>([
      ...[importing, ...removing].map(({ line }) => [line, { became: word, isGone: true }] as const),
      ...others.map(({ line }) => [line, inBuild] as const),
      ...first ? [[first.line, { ...inBuild, build: build.steps.map(({ run = '' }) => run.trim()), env: build.env, secrets: build.secrets }] as const] : [],
    ]),
  };
}

/** Whether something that it leaves can hold such a signature; what it leaves is not always said. */
function mayProve({ steps }: LegSource, kind: keyof typeof SIGNABLE): boolean {
  const listsOf = (action: string, input: string) => steps.flatMap(({ uses = '', with: inputs }) => uses.startsWith(`${action}@`) ? [inputs[input] ?? ''] : []);
  const uploaded = listsOf('actions/upload-artifact', 'path');
  const patterns = (uploaded.length ? uploaded : listsOf('softprops/action-gh-release', 'files')).flatMap((list) => patternsOf(list) ?? []);
  return patterns.length === 0 || patterns.some((pattern) => canBeSigned(pattern, SIGNABLE[kind]));
}

interface Notary {
  readonly way?: Code;
  readonly secrets: Readonly<Record<string, string>>;
  readonly replaced: ReadonlyMap<number, Replacement>;
}

/** By variables that the tool reads, or where none does, by a step that calls notarytool. */
function notaryOf(leg: LegSource, { account, apiKey, keyFile }: Tool, secrets: Secrets, isByStep: boolean): Notary {
  const writing = leg.steps.find((step) => keyFileIn(step, leg) !== undefined);
  const file = writing && keyFileIn(writing, leg);
  const calling = isByStep ? leg.steps.find((step) => notarizedBy(step, leg) !== undefined) : undefined;
  const all = new Map([...secrets, ...calling ? toVariables(notarizedBy(calling, leg)!) : [], ...file ? [[keyFile, file.secret] as const] : []]);
  const byCall = calling ? [[calling.line, { became: 'notarized and stapled behind the build', isGone: true }] as const] : [];
  const [byKey, byAccount] = [apiKey, account].map((variables) => variables.every((variable) => all.has(variable))
    ? Object.fromEntries(variables.map((variable) => [variable, all.get(variable)!])) : undefined);
  if (byKey) {
    const became = `the run writes the key into a file; secrets.${all.get(keyFile)} must hold the text of the .p8 file`
      + (file?.base64 ? ', and not its base64: store it anew' : '');
    return { secrets: byKey, replaced: new Map([...byCall, ...writing ? [[writing.line, { became, isGone: true }] as const] : []]) };
  }
  return byAccount
    ? { way: constant('Notarization.APPLE_ID'), secrets: byAccount, replaced: new Map(byCall) }
    : { way: constant('Notarization.NONE'), secrets: {}, replaced: new Map() };
}

/** As codesign's kind calls what notarytool is told. */
function toVariables(told: Readonly<Record<string, string>>): [string, string][] {
  const names: Readonly<Record<string, string>> = {
    '--apple-id': 'APPLE_ID', '--password': 'APPLE_PASSWORD', '--team-id': 'APPLE_TEAM_ID', '--key-id': 'APPLE_API_KEY_ID', '--issuer': 'APPLE_API_ISSUER',
  };
  return Object.entries(told).map(([option, secret]) => [names[option], secret]);
}

/** Only those that are not called like their variable; undefined where all are. */
function renamed(secrets: Readonly<Record<string, string>>): Code | undefined {
  const others = Object.entries(secrets).filter(([variable, secret]) => variable !== secret);
  return others.length ? freeObject(Object.fromEntries(others)) : undefined;
}

function onWindows(secrets: Secrets, builder: Builder): Partial<LegSigning>[] {
  const [word, ...variables] = ON_WINDOWS[builder];
  const read = variables.every((variable) => secrets.has(variable)) || builder !== 'electron-builder' ? variables : FALLBACK;
  const isSigned = read.length > 0 && read.every((variable) => secrets.has(variable) && !(read === FALLBACK && /MAC|APPLE|OSX|DARWIN/i.test(secrets.get(variable)!)));
  const named = (names: readonly string[], from = names) => Object.fromEntries(names.map((variable, index) => [variable, secrets.get(from[index])!]));
  const byAzure = AZURE.every((variable) => secrets.has(variable));
  return [
    ...isSigned ? [{ signing: [withSecrets(word, {}, named(variables, read))], taken: read }] : [],
    ...byAzure ? [{ signing: [withSecrets('azure', { authentication: constant('AzureAuthentication.SECRET') }, named(AZURE))], taken: AZURE }] : [],
  ];
}

function withSecrets(word: string, options: Readonly<Record<string, Code>>, secrets: Readonly<Record<string, string>>): Code {
  const all = object({ ...options, secrets: renamed(secrets) });
  return call(`Signing.${word}`, ...all.entries.length ? [all] : []);
}

function updates({ steps }: LegSource, secrets: Secrets): Partial<LegSigning>[] {
  const [key, password] = ['TAURI_SIGNING_PRIVATE_KEY', 'TAURI_SIGNING_PRIVATE_KEY_PASSWORD'];
  if (!secrets.has(key)) {
    return [];
  }
  const hasPassword = secrets.has(password);
  const isEmpty = steps.every(({ env }) => (env[password] ?? '') === '');
  const named = Object.fromEntries([key, ...hasPassword ? [password] : []].map((variable) => [variable, secrets.get(variable)!]));
  return hasPassword || isEmpty ? [{ signing: [withSecrets('tauriUpdater', hasPassword ? {} : { password: false }, named)], taken: [key, password] }] : [];
}

/** Whether a variable is for another system than that of the leg, on which nothing is built for that one. */
function isForeign(variable: string, { system, steps }: LegSource, builder: Builder): boolean {
  if (system === 'unknown' || (OF_WINDOWS.test(variable) && steps.some(({ run = '' }) => /electron-builder[^\n]*\s(?:--win(?:dows)?|-\w*w)\b/.test(run)))) {
    return false;
  }
  return (OF_MACOS.test(variable) && system !== 'macos') || (OF_WINDOWS.test(variable) && system !== 'windows')
    || (OF_BOTH.test(variable) && builder === 'electron-builder' && system !== 'macos');
}
