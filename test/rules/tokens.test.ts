import * as fc from 'fast-check';
import { Project } from 'projen';
import { printed } from './printed';
import { BuildJob, Credential, Platform, Repository, Secret, TagBuild, type TagBuildOptions } from '../../src';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
const PREFIXES = [
  'ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_', 'glpat-', 'npm_', 'pypi-', 'sk-', 'xoxb-', 'xoxp-', 'xoxa-', 'xoxr-', 'xoxs-', 'xoxe-', 'xoxo-',
];

const made = { run: ['make'], artifacts: ['dist/*'] };

/** Each place where somebody may paste a token; all of them together are so wrong that they fail. */
function everywhere(token: string): TagBuildOptions {
  const secrets = [
    Secret.required({ secret: token, purpose: token, envName: token }),
    Secret.optionalGroup(token, { secrets: [token], without: token, env: { [token]: token }, envWithout: { [token]: `${token}\n` } }),
  ];
  return {
    title: `${token} \${{ x }}`,
    tags: [`^${token}`, `/${token}`, `${token} x`],
    repositories: [
      Repository.github(token, { path: `/${token}`, ref: `${token}..`, credential: Credential.token({ secret: token }), with: { [token]: token, token } }),
      Repository.github(`https://x:${token}@github.com/acme/engine`, { path: `../${token}` }),
      Repository.github(`acme/${token}`, { path: `/${token}`, credential: Credential.token({ secret: `${token}-` }) }),
    ],
    workingDirectory: `../${token}`,
    prepare: [{ id: `${token} x`, run: `\${{ ${token} }}` }, { id: token, run: token }, { id: token, run: token }],
    platforms: [
      Platform.of(token, { ...made, secrets, env: { [`${token}-x`]: `\${{ secrets.${token} }}` }, artifacts: [`/${token}`], runsOn: [token] }),
      Platform.of(`${token} x`, { script: token, artifacts: [`../${token}`], artifactName: `${token}/`, environment: `\${{ ${token} }}`, runsOn: [token] }),
      Platform.of(token, { ...made, artifactName: `${token}/` }),
    ],
    jobs: [
      BuildJob.of(token, { title: `${token} \${{ x }}`, platforms: [], needs: [{ job: token, path: `/${token}`, platforms: [token] }], repositories: [Repository.github(token)] }),
      BuildJob.of(token, { workingDirectory: `/${token}`, platforms: [Platform.of(token, { ...made, runsOn: [token] })], handedOn: true }),
    ],
    needs: [{ job: `${token}x`, path: `../${token}` }, { job: `${token}x`, path: `../${token}` }],
    secrets,
    setupDoc: { path: `../${token}`, drop: [token], sections: [{ id: token, after: token }] },
    readme: { path: `/${token}` },
    ignore: { [token]: '' },
  };
}

const tail = fc.array(fc.constantFrom(...LETTERS), { minLength: 20, maxLength: 60 }).map((letters) => letters.join(''));

test.each(PREFIXES)('a token that begins with %s is in no message, wherever it was pasted', (prefix) => {
  fc.assert(fc.property(tail, (rest) => {
    const text = printed({
      project: (outdir) => new Project({ outdir, name: 'tool' }),
      declare: (project) => { new TagBuild(project, prefix + rest, everywhere(prefix + rest)); },
    });
    expect(text).toContain('cannot be synthesized');
    expect(text.toLowerCase()).not.toContain(rest.toLowerCase());
  }), { numRuns: 5 });
});
