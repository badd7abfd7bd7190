import type { App, Note } from './app';
import { idOf, platformsOf, publishOf, tagsOf } from './choices';
import type { Decided } from './draft';
import { type Manager, managerOf } from './manager';
import { mainRemote, type Place } from './place';
import { USUAL } from './platforms';
import type { Questions } from './questions';
import { readmeOf } from './readme';
import { repositoriesOf } from './repositories';
import type { Sight } from './sight';
import { tagFilters, type TagFilters } from './tags';
import { type Packages, packagesOf } from './tools';
import { versionsOf } from './versions';
import { type TagWorkflow, tagWorkflows } from './workflows';
import { repositoryOfRemote } from '../../github/remotes';
import { andList, inWords } from '../../text/words';

/** Something that was seen. */
export interface Found {
  readonly what: string;
  /** The file that says so, from the root. */
  readonly where?: string;
}

/** All that a declaration says, each part by what was found or answered, in the order in which it is asked. */
export function decide(place: Place, sight: Sight, app: App, questions: Questions): { readonly decided: Decided; readonly found: readonly Found[] } {
  const workflows = tagWorkflows(place);
  const versions = versionsOf(sight, app);
  const manager = managerOf(sight);
  const packages = app.usesNode && manager ? packagesOf(sight, manager) : undefined;
  const tags = tagFilters(place.git, workflows, app.name);
  const id = idOf(place, app, questions);
  const readme = readmeOf(place, sight, inWords(id));
  const filters = tagsOf(tags.filters, questions);
  const repositories = repositoriesOf(place, sight, questions);
  const platforms = platformsOf(app, questions, manager);
  const publish = publishOf(app, platforms, questions);
  return {
    decided: {
      id,
      tags: filters,
      home: sight.directory,
      repositories,
      platforms,
      versions,
      setup: [...packages?.setup ?? [], ...app.setup],
      prepare: [...packages?.prepare ?? [], ...Object.entries(app.prepare).map(([name, run]) => ({ name, run, directory: sight.directory }))],
      publish: publish.codes,
      readme,
      notes: [
        ...packages?.notes ?? [], ...app.notes, ...repositories.notes, ...versions.notes, ...publish.notes, ...readme.notes,
        ...workflowNotes(workflows),
      ],
    },
    found: [
      ...appFound(sight, app, manager, packages), tagsFound(tags), ...versions.found, ...gitFound(place),
      ...workflows.map(workflowFound), ...repositories.found, { what: readme.found },
    ],
  };
}

function appFound(sight: Sight, { title, file, platforms }: App, manager: Manager | undefined, packages: Packages | undefined): Found[] {
  return [
    file === '' ? { what: 'nothing that is known builds an app here' } : { what: `the app is built by ${title}`, where: sight.path(file) },
    ...manager ? [{ what: [manager.name, manager.version, manager.isPnp && "with Plug'n'Play"].filter(Boolean).join(' '), where: manager.file }] : [],
    ...packages?.found ?? [],
    platforms.length ? { what: `platforms: ${andList(platforms)}`, where: sight.path(file) } : { what: `nothing names the platforms: they are ${andList(USUAL)}` },
  ];
}

function tagsFound({ filters, from }: TagFilters): Found {
  return { what: from ? `tags like ${andList(filters)}, by ${from}` : `no tag says how tags look: they are ${andList(filters)}` };
}

/** One for all: a repository may have many. */
function workflowNotes(workflows: readonly TagWorkflow[]): Note[] {
  const forTags = workflows.filter(({ tags }) => tags.length).map(({ file }) => file);
  const forReleases = workflows.filter(({ tags }) => !tags.length).map(({ file }) => file);
  return [
    ...forTags.length ? [{ option: 'tags', text: `tags start ${andList(forTags)} too: read it with init --from-workflow ${forTags[0]}, or delete it before the first tag` }] : [],
    ...forReleases.length ? [{ option: 'publish', text: `releases start ${andList(forReleases)}, but not those that a workflow publishes with its own token: compare docs/publishing.md` }] : [],
  ];
}

function workflowFound({ file, tags }: TagWorkflow): Found {
  return { what: tags.length ? `a workflow for the tags ${andList(tags)}` : 'a workflow for releases', where: file };
}

function gitFound({ git }: Place): Found[] {
  const remote = mainRemote(git);
  const repository = repositoryOfRemote(remote?.url ?? '', 'github.com');
  return [
    { what: repository ? `the repository ${repository}` : remote ? `'${remote.name}' lies at ${remote.url}, and the workflow runs on github.com only` : 'there is no remote yet: the workflow runs on github.com' },
    ...git?.isShallow ? [{ what: "this is a shallow clone, whose tags may be missing: 'git fetch --tags' brings them" }] : [],
  ];
}
