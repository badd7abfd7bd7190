import { actionPublishes, commandsPublish } from '../../src/github/publishers';

test.each([
  ['gh release create v1', ['a GitHub release']],
  ['gh release list', []],
  ['npm publish --access public', ['a package registry']],
  ['npm --workspaces publish', ['a package registry']],
  ['npm publish --dry-run', []],
  ['# npm publish', []],
  ['npm run publish-docs', []],
  ['docker push ghcr.io/acme/app', ['a container registry']],
  ['docker buildx build \\\n  --push .', ['a container registry']],
  ['docker build .', []],
  ['electron-builder --mac --publish always', ['wherever electron-builder is configured to']],
  ['electron-builder --publish never', []],
  ['git push origin HEAD', ['a git repository']],
  ['twine upload dist/*\naws s3 sync dist s3://x', ['a package registry', 'a web site or a bucket']],
  ['echo published', []],
])('%j', (run, where) => {
  expect(commandsPublish(run)).toEqual(where);
});

test.each([
  ['softprops/action-gh-release@v2', {}, ['a GitHub release']],
  ['Softprops/Action-GH-Release@v2', {}, ['a GitHub release']],
  ['docker/build-push-action@v6', { push: 'true' }, ['a container registry']],
  ['docker/build-push-action@v6', { push: 'false' }, []],
  ['actions/checkout@v7', {}, []],
  ['me/softprops/action-gh-release@v2', {}, []],
])('%s with %j', (uses, inputs, where) => {
  expect(actionPublishes(uses, inputs)).toEqual(where);
});
