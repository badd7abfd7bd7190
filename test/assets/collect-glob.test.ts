import { disagreements } from './collect-glob';

test('what is collected is what upload-artifact takes', () => {
  expect(disagreements(60, 15)).toEqual([]);
});
