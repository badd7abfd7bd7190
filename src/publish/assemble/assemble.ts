import { assetNames } from './asset-names';
import { filesOf } from './legs';
import { fileProblems, legProblems, type NamedFile, setProblems } from './problems';
import { recordOf, releaseName } from './record';
import { sbomIn } from './sbom';
import { signaturesOf } from './signatures';
import { summaryOf } from './summary';
import { placeFiles, writeRecord } from './write-set';
import { count } from '../../text/words';
import { type AssemblePlan, CHECKSUMS, MANIFEST, RECORD, RECORD_SUM, SBOM_PATH, SET, TO_PUBLISH } from '../contract';
import { input, readPlan } from '../inputs';
import { Failure, log, type Message, say, setOutput, summarize } from '../report';
import { sha256Of } from '../sha256';
import { type CalledFile, updatesOf } from '../updaters/updates';

/**
 * Makes the set that is published out of the artifacts of all legs. Everything is checked first, and
 * all that is wrong said at once; nothing of it is written then.
 */
export async function assemble(): Promise<void> {
  const plan = readPlan<AssemblePlan>('PLAN');
  const legs = plan.legs.map((leg) => ({ leg, files: filesOf(leg) }));
  const updates = await updatesOf(plan.updaters, legs.flatMap((leg) => leg.files));
  const files = named(updates.files, plan);
  const made = await updates.made(files);
  const sbom = sbomIn(files, plan.sbom);
  const absent = legs.filter((leg) => leg.leg.allowedToFail && !leg.files.length).map(({ leg }) => leg);
  const { signatures, problems } = signaturesOf(legs.filter((leg) => leg.files.length).map(({ leg }) => leg));
  stopOn([
    ...legs.flatMap((leg) => legProblems(leg.leg, leg.files)),
    ...fileProblems(files),
    ...setProblems(files, [
      ...plan.checksums ? [CHECKSUMS] : [], ...plan.manifest ? [MANIFEST] : [], ...plan.bundles, ...made.files.map(({ name }) => name),
    ]),
    ...sbom.problems,
    ...made.problems,
    ...problems,
    ...absent.map(absence),
  ]);
  const absences = absent.map(({ job, platform, allowedToFail: why }) => ({ job, platform, why }));
  const set = recordOf(plan, await placeFiles(files, made.files), absences, signatures);
  await writeRecord(set, plan);
  if (sbom.path) {
    setOutput(SBOM_PATH, sbom.path);
  }
  setOutput(RECORD_SUM, await sha256Of(`${SET}/${RECORD}`));
  summarize(summaryOf(set, plan.targets, input('REAL') === 'true'));
  log(`${count(set.files.length, 'file is', 'files are')} checked and put together.`);
  set.files.forEach(({ name, size }) => log(`${TO_PUBLISH}${name} (${size} bytes)`));
}

function named(files: readonly CalledFile[], { assetName }: AssemblePlan): NamedFile[] {
  const names = assetNames(files, { template: assetName, version: releaseName(), tag: input('TAG') || input('NAME') });
  return files.map(({ leg, path, size, isFile }, index) => ({ leg, path, size, isFile, name: names[index] }));
}

/** What is only worth knowing is said of a set that is made. */
function stopOn(messages: readonly Message[]): void {
  const errors = messages.filter(({ level }) => level === 'error');
  if (errors.length) {
    throw new Failure(errors);
  }
  messages.forEach(say);
}

function absence({ name, allowedToFail }: AssemblePlan['legs'][number]): Message {
  return { level: 'notice', id: 'a-platform-is-absent', text: `Nothing came of ${name}, and the release is made without it. Why it may fail: ${allowedToFail}` };
}
