import { legWords } from './legs';
import { proofWords } from '../../model/facts';
import { legsOf, resultsOf } from '../../model/jobs';
import { type Model, type ProofModel } from '../../model/model';
import { type Guide, type Lines } from '../../signings/guide';
import { guideOf } from '../../signings/kind-of-signing';
import { blocks, bullets, codeBlock, heading, link, numbered, text } from '../../text/markdown';
import { inOwnWords } from '../../text/package-runner';
import { andList, distinct, sentence } from '../../text/words';

/** How to get what the secrets of a signing hold: it stands before the commands that store them. */
export function gettingIt(model: Model, { steps, commands }: Guide): string {
  return blocks(numbered(steps.map((step) => inOwnWords(model, step))), ...commands.map(shown));
}

/** What is to be done besides, and later. */
export function configuringIt({ contents, configuration, end, links }: Guide): string {
  return blocks(
    Object.keys(contents).length > 0 ? 'On Windows run them in Git Bash, which comes with Git and has `openssl`. Delete the files afterwards, except for a copy in a safe place.' : '',
    ...configuration.map(shown),
    'Behind the build each run proves that it was signed: see "What is signed".',
    `**When it ends.** ${end}`,
    `More: ${andList(links.map((address) => link(address.replace(/^https:\/\//, ''), address)))}.`,
  );
}

function shown({ about, language, lines }: Lines): string {
  return blocks(about, codeBlock(language, lines));
}

/** What the run proves of the files before it keeps them. */
export function signedFiles(model: Model): string {
  const proven = legsOf(model).flatMap((leg) => leg.platform.proofs.map((proof) => ({ leg: legWords(model, leg), what: proofOf(model, proof) })));
  return proven.length === 0 ? '' : blocks(
    heading(3, 'What is signed'),
    'Behind the build the platform proves it, and fails where it is not so:',
    bullets(distinct(proven.map(({ what }) => what)).map((what) =>
      sentence(`${andList(proven.filter((one) => one.what === what).map(({ leg }) => leg))}, ${what}`))),
  );
}

/** Whether some of the files that become public are signed. */
export function signsResults(model: Model): boolean {
  return resultsOf(model).some(({ platform }) => platform.signing.length > 0);
}

/** What is proven of a signature, and where that is not always so. */
function proofOf(model: Model, proof: ProofModel): string {
  const isOptional = model.secrets.some(({ title, required }) => title === proof.signing && !required);
  return `${text(proof.signing)}: ${text(proofWords(proof))}${isOptional ? ', where the secrets are set' : ''}`;
}

/** What the tools that sign say when something is missing. */
export function signingMessages(model: Model): string {
  const troubles = model.secrets.flatMap((secret) => guideOf(model, secret)?.troubles ?? []);
  return troubles.length === 0 ? '' : blocks(
    heading(3, 'Messages of the tools that sign'),
    bullets(distinct(troubles.map(({ message, cause, cure }) => `${message}: ${cause} ${cure}`))),
  );
}
