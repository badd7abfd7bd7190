import { ARTIFACT_NAME_FORBIDDEN, ARTIFACT_PATH_FORBIDDEN, SECRET_NAME } from '../../src/github/limits';

test.each(['"', ':', '<', '>', '|', '*', '?', '\r', '\n'])('%j is in no name and no path of an artifact', (character) => {
  expect(ARTIFACT_NAME_FORBIDDEN.test(`a${character}b`)).toBe(true);
  expect(ARTIFACT_PATH_FORBIDDEN.test(`a${character}b`)).toBe(true);
});

test.each(['/', '\\'])('%j is in no name of an artifact, but in paths', (character) => {
  expect(ARTIFACT_NAME_FORBIDDEN.test(`a${character}b`)).toBe(true);
  expect(ARTIFACT_PATH_FORBIDDEN.test(`a${character}b`)).toBe(false);
});

test.each(['v1.2.3', "a (b) [c] {d}, e'f & g + h = i @ j # k ~ l ^ m % n ! o ; p", 'ü'])('%j is a name', (name) => {
  expect(ARTIFACT_NAME_FORBIDDEN.test(name)).toBe(false);
});

test.each([['CSC_LINK', true], ['csc_link', true], ['_1', true], ['1A', false], ['GITHUB_A', false], ['GitHub_a', false], ['A-B', false], ['', false], ['A\n', false]])(
  'the secret %j is possible: %j', (name, possible) => expect(SECRET_NAME.test(name)).toBe(possible),
);
