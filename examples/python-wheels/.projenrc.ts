import { github } from 'projen';
import { Platform, type PlatformOptions, PublishTarget, Setup, TagBuild, TagBuildProject, VersionMode } from 'projen-tag-build';

const project = new TagBuildProject({ name: 'bitcount' });

const test = ['python -m pip install --no-index --find-links wheelhouse bitcount', 'python -m unittest discover tests'];

/** Builds a wheel, and tests it as it will be installed. */
const wheel: PlatformOptions = {
  run: ['python -m build --wheel --outdir wheelhouse', ...test],
  artifacts: ['wheelhouse/*.whl'],
};

/** The same for Linux, where a wheel must say which distributions it runs on. */
const linuxWheel: PlatformOptions = {
  run: [
    'python -m build --wheel',
    'auditwheel repair --plat "manylinux_2_28_$(uname -m)" --only-plat --wheel-dir wheelhouse dist/*.whl',
    ...test,
  ],
  artifacts: ['wheelhouse/*.whl'],
};

new TagBuild(project, 'wheels', {
  // pyproject.toml says 0.0.0 in every commit; a run writes the tag's version into it
  version: { files: ['pyproject.toml'], mode: VersionMode.STAMP },
  setup: [Setup.python('3.11')],
  prepare: [{ name: 'Install what builds', run: 'python -m pip install --requirement requirements.txt' }],
  platforms: [
    // one of them brings the sources along
    Platform.linuxX64({ ...linuxWheel, run: ['python -m build --sdist --outdir wheelhouse', ...linuxWheel.run!], artifacts: ['wheelhouse/*.whl', 'wheelhouse/*.tar.gz'] }),
    Platform.linuxArm64(linuxWheel),
    Platform.windowsX64(wheel),
    // one wheel for both processors
    Platform.macosArm64({ ...wheel, env: { ARCHFLAGS: '-arch arm64 -arch x86_64' } }),
  ],
  publish: [
    PublishTarget.githubRelease({ attest: true }),
    // PyPI trusts this workflow: no token is stored
    PublishTarget.steps('pypi', {
      title: 'PyPI',
      environment: 'pypi',
      permissions: [{ permission: 'id-token', access: github.workflows.JobPermission.WRITE, reason: 'prove to PyPI which workflow publishes' }],
      steps: [
        { name: 'Take what PyPI takes', run: 'mkdir dist && cp "$RELEASE_DIRECTORY"/*.whl "$RELEASE_DIRECTORY"/*.tar.gz dist' },
        { name: 'Publish to PyPI', uses: 'pypa/gh-action-pypi-publish@cef221092ed1bacb1cc03d23a2d87d1d172e277b' },
      ],
    }),
  ],
});

project.synth();
