import { makeSigstore } from './sigstore';
import { type Scene, WORKFLOW_TOKEN, type World } from './world';
import { committed, filesOfExample } from '../../test/examples/examples';

const DATA_TOKEN = 'github_pat_of_the_data';

const examples = committed();
const sums = filesOfExample(examples, 'go-cli');
const atlas = filesOfExample(examples, 'four-repositories/atlas');

/** A repository and what GitHub says of it, with a branch whose files are those of an example. */
function addExample(world: World, name: string, example: string, token = WORKFLOW_TOKEN): void {
  const files = filesOfExample(examples, example);
  world.git.create(name, [token]);
  const { files: answered } = world.releases.addRepository(name, { private: token !== WORKFLOW_TOKEN });
  Object.entries(files).forEach(([path, text]) => answered.set(path, text));
  world.push(name, 'refs/heads/main', files);
}

/** The example of a program in Go, whose releases are attested. */
export const goCli: Scene = {
  app: 'acme/sums',
  workflow: sums['.github/workflows/binaries.yml'],
  secrets: {},
  publishes: true,
  programs: ['go'],
  fill: (world) => {
    makeSigstore(world.sigstore);
    addExample(world, 'acme/sums', 'go-cli');
    world.releases.addToken(WORKFLOW_TOKEN, { kind: 'workflow', repositories: { 'acme/sums': ['contents:write'] } });
    world.tag('v1.2.3');
  },
};

/** The example of an app from four repositories; its engine has the tag, and its theme goes on behind the one that it names. */
export const fourRepositories: Scene = {
  app: 'acme/atlas',
  workflow: atlas['.github/workflows/archives.yml'],
  secrets: { ATLAS_DATA_TOKEN: DATA_TOKEN },
  publishes: true,
  fill: (world) => {
    addExample(world, 'acme/atlas', 'four-repositories/atlas');
    addExample(world, 'acme/atlas-engine', 'four-repositories/atlas-engine');
    addExample(world, 'acme/atlas-data', 'four-repositories/atlas-data', DATA_TOKEN);
    addExample(world, 'acme/atlas-theme', 'four-repositories/atlas-theme');
    world.releases.addToken(WORKFLOW_TOKEN, { kind: 'workflow', repositories: { 'acme/atlas': ['contents:read'] } });
    world.releases.addToken(DATA_TOKEN, { kind: 'fine-grained', repositories: { 'acme/atlas-data': ['contents:read'] } });
    world.push('acme/atlas-engine', 'refs/tags/v1.0.0', { tagged: '' });
    world.push('acme/atlas-theme', 'refs/tags/v2.1.0', {});
    world.push('acme/atlas-theme', 'refs/heads/main', { 'theme.json': '{ "colour": 31 }\n' });
    world.tag('v1.0.0');
  },
};
