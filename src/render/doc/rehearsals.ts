import { type Section } from './section';
import { workflowFile } from '../../model/facts';
import { legName, legsOf } from '../../model/jobs';
import { type Model, type RehearseModel } from '../../model/model';
import { publishes } from '../../model/publish';
import { rehearsedLegs, workflowsOf } from '../../model/workflows';
import { blocks, bullets, code, codeBlock, heading } from '../../text/markdown';
import { shownShellWord } from '../../text/shell';
import { andList, distinct, orList } from '../../text/words';
import { needyLegs } from '../workflow/rehearsal';

/** What runs between two tags, and what to do when that fails. */
export const rehearsals: Section = {
  id: 'rehearsals',
  heading: 'Between two tags',
  render: (model) => blocks(
    ...workflowsOf(model).slice(1).map((further) => further.kind === 'watch' ? watch(further.model) : rehearsal(model, further.model)),
    switchedOff(model),
  ),
};

function rehearsal(model: Model, further: Model): string {
  const legs = rehearsedLegs(model);
  const some = legs.length < legsOf(model).length ? ` ${andList(legs.map((leg) => code(legName(model, leg))))}` : ' all platforms';
  const assembled = publishes(further) ? ', puts the files of a release together and checks them' : '';
  return blocks(
    `${code(further.workflowPath)} builds${some}${assembled}, and publishes nothing:`,
    bullets(occasions(further.rehearse!)),
    further.rehearse!.pullRequests ? withoutSecrets(further) : '',
  );
}

function occasions({ pullRequests, branches, schedule }: RehearseModel): string[] {
  return [
    ...pullRequests ? ['of each pull request, merged with the branch that it is for; a new push ends the run before it'] : [],
    ...branches.length ? [`of each push to ${orList(branches.map(code))}`] : [],
    ...schedule ? [`of the default branch, by schedule: ${code(schedule)} in UTC`] : [],
  ];
}

function withoutSecrets(further: Model): string {
  const needy = needyLegs(further);
  const legs = distinct(needy.map(({ leg }) => code(leg)));
  const secrets = distinct(needy.flatMap((one) => one.secrets)).map(code);
  return 'GitHub hands no secrets on to pull requests of forks and of Dependabot. '
    + (needy.length === 0 ? 'Nothing here needs one.'
      : `${andList(legs)} ${legs.length === 1 ? 'needs' : 'need'} ${andList(secrets)}, and ${legs.length === 1 ? 'is' : 'are'} left out then: `
        + 'the check is green, and says so in its summary. A branch of this repository is rehearsed with all of them.');
}

function watch(further: Model): string {
  const { watch: cron, watchIssue } = further.rehearse!;
  return blocks(
    heading(3, 'The watch'),
    `${code(further.workflowPath)} runs the guard alone, ${code(cron)} in UTC. It fails, weeks before a tag would, when a token expires within 14 days, a secret is gone, `
      + 'a repository was renamed or cannot be read any more, or when GitHub takes a runner away within 60 days. What only an environment holds it does not see.',
    'When it fails, do what its message says; nothing has to be tagged. Then run it again:',
    codeBlock('sh', [`gh workflow run ${shownShellWord(workflowFile(further))}`]),
    watchIssue ? `What it finds stands in an issue, which it opens, changes, and closes when it finds nothing any more. Issues must be switched on here, and ${code('jq')} must be on the runner of the guard.` : '',
  );
}

function switchedOff(model: Model): string {
  const files = workflowsOf(model).filter(({ kind }) => kind === 'watch' || kind === 'rehearsal' && model.rehearse!.schedule).map((one) => workflowFile(one.model));
  return files.length === 0 ? '' : blocks(
    'In a public repository in which nothing happens for 60 days GitHub switches schedules off. Switch them on again:',
    codeBlock('sh', files.map((file) => `gh workflow enable ${shownShellWord(file)}`)),
  );
}
