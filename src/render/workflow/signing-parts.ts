import { docUrl } from './guard-job';
import { type Leg, secretsGivenTo } from '../../model/jobs';
import type { BuildJobModel, CertificateModel, Model, SigningModel } from '../../model/model';
import type { Scripts } from '../../text/scripts';

/** What signing puts in front of the commands of a build: parts of our scripts, and what they are told. */
export interface SigningParts {
  readonly env: Readonly<Record<string, string>>;
  readonly parts: readonly string[];
}

/** Whether any leg of a job is given a token that says who it is. */
export function needsToken(model: Model, job: BuildJobModel): boolean {
  return job.platforms.some((platform) => signingsOf(model, { job, platform }).some(({ azureToken }) => azureToken));
}

/** Only what the leg needs: none where its tools do all by themselves. */
export function signingParts(model: Model, leg: Leg, scripts: Scripts): SigningParts {
  const signings = signingsOf(model, leg);
  const env = Object.assign({}, ...signings.map((signing) => signing.env));
  const steps = stepsFor(signings, secretOf(model, leg), scripts);
  return steps.length === 0 ? { env, parts: [] } : {
    env: { ...env, ...Object.assign({}, ...steps.map((step) => step.env)), SIGNING_DOC_URL: docUrl(model) },
    parts: [scripts.signing, scripts.say, scripts.report, ...steps.flatMap(({ parts }) => parts), scripts.commands],
  };
}

function signingsOf({ signings }: Pick<Model, 'signings'>, { platform }: Leg): SigningModel[] {
  return signings.filter(({ title }) => platform.signing.includes(title));
}

/** The name of the secret that a variable holds, for messages. */
function secretOf(model: Model, leg: Leg): (variable: string) => string {
  const secrets: Record<string, string> = Object.assign({}, ...secretsGivenTo(model, leg).map(({ env }) => env));
  return (variable) => `${variable} ${secrets[variable]}`;
}

/** In the order in which they run. */
function stepsFor(signings: readonly SigningModel[], named: (variable: string) => string, scripts: Scripts): SigningParts[] {
  const files = signings.flatMap((signing) => signing.files);
  const certificates = signings.flatMap(({ certificate }) => certificate ?? []);
  const notary = signings.map((signing) => signing.notary).find((variables) => Object.keys(variables).length > 0);
  const step = (needed: unknown, env: Record<string, string>, ...parts: (keyof Scripts)[]): SigningParts[] =>
    needed ? [{ env, parts: parts.map((part) => scripts[part]) }] : [];
  return [
    ...step(files.length, {
      SIGNING_FILES: files.map(({ variable, base64, name }) => `${named(variable)} ${base64 ? 'base64' : 'key'} ${name}`).join('\n'),
    }, 'secretFiles'),
    ...step(certificates.length, {
      SIGNING_CERTIFICATES: certificates.map(({ certificate, password }) => `${named(certificate)} ${named(password)}`).join('\n'),
    }, ...importOf(certificates)),
    ...step(signings.some(({ azureToken }) => azureToken), {}, 'azureToken'),
    ...step(notary, { SIGNING_NOTARY: Object.entries(notary ?? {}).map((option) => option.join(' ')).join('\n') }, 'notarytool'),
    ...step(signings.some(({ notarizesImages }) => notarizesImages), { SIGNING_ARTIFACTS: '${{ matrix.artifacts }}' }, 'artifacts', 'images'),
  ];
}

function importOf(certificates: readonly CertificateModel[]): (keyof Scripts)[] {
  const parts = { keychain: 'keychain', windows: 'certificateStore' } as const;
  return [...new Set(certificates.map(({ store }) => parts[store]))];
}
