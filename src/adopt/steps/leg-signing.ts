import { asScript } from './action-electron-builder';
import { certificateIn, keyFileIn } from './certificates';
import { texts } from './raw-step';
import { secretIn } from './used-action';
import { type Code, call, constant, object } from '../code';
import type { LegSource } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

/** How a leg signs, of all its steps together. */
export interface LegSigning {
  readonly signing: readonly Code[];
  /** Variables that the run sets where they are needed; neither a step nor the job names them any more. */
  readonly taken: readonly string[];
  /** Variables that nothing on this system reads. */
  readonly foreign: readonly string[];
  /** Steps that are not needed any more, by their lines, and what they became. */
  readonly replaced: ReadonlyMap<number, string>;
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
    ...leg.system === 'windows' ? onWindows(secrets, builder) : [],
    ...updates(leg, secrets),
  ];
  const signing = together(parts);
  return { ...signing, foreign: [...secrets.keys()].filter((variable) => !signing.taken.includes(variable) && isForeign(variable, leg, builder)) };
}

function together(parts: readonly Partial<LegSigning>[]): Pick<LegSigning, 'signing' | 'taken' | 'replaced'> {
  return {
    signing: parts.flatMap(({ signing = [] }) => signing),
    taken: parts.flatMap(({ taken = [] }) => taken),
    replaced: new Map(parts.flatMap(({ replaced = new Map<number, string>() }) => [...replaced])),
  };
}

function secretsOf({ env, steps }: LegSource): Secrets {
  const own = steps.flatMap((step) => Object.entries(step.env).filter(([name]) => !names(step, name)));
  const shared = Object.entries(env).filter(([name]) => !steps.some((step) => names(step, name)));
  return new Map([...shared, ...own].flatMap(([name, value]) => {
    const secret = secretIn(value);
    return secret === undefined ? [] : [[name, secret]];
  }));
}

/** Whether a script reads a variable itself, so that it must have it. */
function names({ run = '' }: StepSource, variable: string): boolean {
  return new RegExp(`\\b${variable}\\b`).test(run);
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
  const importing = leg.steps.find((step) => certificateIn(step, leg) !== undefined);
  const imported = importing && mayMove(leg, builder) ? certificateIn(importing, leg) : undefined;
  const [link, password] = tool.certificate;
  const certificate = secrets.has(link) && secrets.has(password) ? { certificate: secrets.get(link)!, password: secrets.get(password)! } : imported;
  if (!certificate) {
    return {};
  }
  const notary = notaryOf(leg, tool, secrets);
  const named = { [link]: certificate.certificate, [password]: certificate.password, ...notary.secrets };
  return {
    signing: [withSecrets(tool.word, notary.way ? { notarization: notary.way } : {}, named)],
    taken: [link, password, ...Object.keys(notary.secrets)],
    replaced: new Map([...imported ? [[importing!.line, `Signing.${tool.word}, which has a keychain of its own`] as const] : [], ...notary.replaced]),
  };
}

/** The keychain of a run is there for the build alone: where another step signs, it must have the one that it made. */
function mayMove({ steps }: LegSource, builder: Builder): boolean {
  return builder !== 'none' || !steps.some(({ run = '' }) => /\b(?:codesign|productsign|xcodebuild|productbuild|pkgbuild|notarytool)\b/.test(run));
}

interface Notary {
  readonly way?: Code;
  readonly secrets: Readonly<Record<string, string>>;
  readonly replaced: ReadonlyMap<number, string>;
}

function notaryOf(leg: LegSource, { account, apiKey, keyFile }: Tool, secrets: Secrets): Notary {
  const writing = leg.steps.find((step) => keyFileIn(step, leg) !== undefined);
  const file = writing && keyFileIn(writing, leg);
  const all = new Map([...secrets, ...file ? [[keyFile, file.secret] as const] : []]);
  const group = (variables: readonly string[]) => variables.every((variable) => all.has(variable)) ? Object.fromEntries(variables.map((variable) => [variable, all.get(variable)!])) : undefined;
  const [byKey, byAccount] = [group(apiKey), group(account)];
  if (byKey) {
    const became = `the run writes the key into a file; secrets.${all.get(keyFile)} must hold the text of the .p8 file`;
    return { secrets: byKey, replaced: new Map(writing ? [[writing.line, `${became}${file!.base64 ? ', and not its base64: store it anew' : ''}`]] : []) };
  }
  return byAccount ? { way: constant('Notarization.APPLE_ID'), secrets: byAccount, replaced: new Map() } : { way: constant('Notarization.NONE'), secrets: {}, replaced: new Map() };
}

/** Only those that are not called like their variable; undefined where all are. */
function renamed(secrets: Readonly<Record<string, string>>): Code | undefined {
  const others = Object.entries(secrets).filter(([variable, secret]) => variable !== secret);
  return others.length ? texts(Object.fromEntries(others)) : undefined;
}

function onWindows(secrets: Secrets, builder: Builder): Partial<LegSigning>[] {
  const [word, ...variables] = ON_WINDOWS[builder];
  const shared = ['CSC_LINK', 'CSC_KEY_PASSWORD'];
  const isShared = builder === 'electron-builder' && !variables.every((variable) => secrets.has(variable)) && shared.every((variable) => secrets.has(variable) && !/MAC|APPLE|OSX|DARWIN/i.test(secrets.get(variable)!));
  const read = isShared ? shared : variables;
  const isSigned = read.length > 0 && read.every((variable) => secrets.has(variable));
  const byAzure = AZURE.every((variable) => secrets.has(variable));
  return [
    ...isSigned ? [{ signing: [withSecrets(word, {}, Object.fromEntries(variables.map((variable, index) => [variable, secrets.get(read[index])!])))], taken: [...read] }] : [],
    ...byAzure ? [{ signing: [withSecrets('azure', { authentication: constant('AzureAuthentication.SECRET') }, Object.fromEntries(AZURE.map((variable) => [variable, secrets.get(variable)!])))], taken: AZURE }] : [],
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
