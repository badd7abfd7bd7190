import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readBundle, unfit } from './bundle';
import { count } from '../../text/words';
import { ATTESTATION_SUMS, ATTESTATIONS, type AttestPlan, CHECKSUMS, PROVENANCE, SBOM_ATTESTATION, SET } from '../contract';
import { readPlan } from '../inputs';
import { proveSet, type SetFile } from '../proven-set';
import { fail, log, setOutput } from '../report';
import { needed, readRun } from '../run';
import { sbomPredicateType } from '../sbom-kind';
import { sha256Of } from '../sha256';

/** @see https://slsa.dev/spec/v1.0/provenance */
const PROVENANCE_TYPE = 'https://slsa.dev/provenance/v1';

/** What is signed besides the sums of the files, and what it is called by in a release. */
interface Wanted {
  readonly name: string;
  /** The variable that says where the bundle is. */
  readonly variable: string;
  readonly predicateType: string;
  /** What the statement must say; undefined where that is the action's to say. */
  readonly predicate?: unknown;
}

/**
 * The command `attest`: before the action signs, the files are proven to be those that were assembled;
 * behind it, that what it signed speaks of all of them and of nothing else.
 */
export async function attest(mode: string | undefined): Promise<void> {
  if (mode !== 'prove' && mode !== 'collect') {
    fail('the-script-was-called-wrongly', `'attest' goes as far as 'prove' or 'collect', not '${mode ?? ''}'. Run "npx projen", which writes the workflow anew.`);
  }
  const { sbom } = readPlan<AttestPlan>('PLAN');
  const { files } = await proveSet(SET, readRun().tag, needed('RECORD_SHA256'));
  const wanted = [
    { name: PROVENANCE, variable: 'PROVENANCE_BUNDLE', predicateType: PROVENANCE_TYPE },
    ...sbom ? [{ name: SBOM_ATTESTATION, variable: 'SBOM_BUNDLE', ...await proveSbom(files, needed('SBOM_PATH')) }] : [],
  ];
  const subjects = subjectsOf(files);
  if (mode === 'collect') {
    await collect(wanted, subjects);
  } else {
    log(`${count(subjects.length, 'file is', 'files are')} as assembled, and can be attested.`);
  }
}

/** The files that the sums name: that they are all others is proven with the set. */
function subjectsOf(files: readonly SetFile[]): string[] {
  if (!files.some(({ name }) => name === CHECKSUMS)) {
    fail('the-files-are-not-those-that-were-assembled', `${CHECKSUMS} is not among the files, and it is what is attested. Nothing was signed. Set release.checksums in the declaration, and run "npx projen".`);
  }
  return files.filter(({ name }) => name !== CHECKSUMS).map(({ name, sha256 }) => `${sha256} ${name}`).sort();
}

async function proveSbom(files: readonly SetFile[], path: string): Promise<Pick<Wanted, 'predicate' | 'predicateType'>> {
  const file = files.find((one) => one.path === path)
    ?? fail('the-files-are-not-those-that-were-assembled', `'${path}' is to be the SBOM, and it is no file of the release. Nothing was signed. Choose "Re-run all jobs".`);
  const predicate: unknown = JSON.parse(await readFile(file.path, 'utf8'));
  return { predicate, predicateType: sbomPredicateType(predicate) ?? '' };
}

async function collect(wanted: readonly Wanted[], subjects: readonly string[]): Promise<void> {
  await rm(ATTESTATIONS, { recursive: true, force: true });
  await mkdir(ATTESTATIONS);
  const sums: string[] = [];
  for (const one of wanted) {
    const path = needed(one.variable);
    await proveBundle(path, one, subjects);
    await copyFile(path, join(ATTESTATIONS, one.name));
    sums.push(`${await sha256Of(join(ATTESTATIONS, one.name))} ${one.name}`);
    log(`${one.name} attests ${count(subjects.length, 'file', 'files')} (${one.predicateType}).`);
  }
  setOutput(ATTESTATION_SUMS, sums.join(','));
}

async function proveBundle(path: string, { predicateType, predicate }: Wanted, subjects: readonly string[]): Promise<void> {
  const statement = await readBundle(path);
  if (statement.predicateType !== predicateType) {
    unfit(path, `attests '${statement.predicateType}', and '${predicateType}' is wanted`);
  }
  if (!isDeepStrictEqual([...statement.subjects].sort(), subjects)) {
    unfit(path, `speaks of ${count(statement.subjects.length, 'file', 'files')}, and not of exactly the ${subjects.length} that ${CHECKSUMS} names`);
  }
  if (predicate !== undefined && !isDeepStrictEqual(statement.predicate, predicate)) {
    unfit(path, 'holds another SBOM than the one of the release');
  }
}
