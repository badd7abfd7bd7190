import { secretsIn } from '../../../src/tasks/plan/secrets';

test.each([
  [{ env: { A: '${{ secrets.A }}', B: "x ${{ secrets['B'] }}" } }, ['A', 'B']],
  [{ run: 'echo ${{ secrets.A || secrets.B }} secrets.C' }, ['A', 'B']],
  [{ env: { SET_A: "${{ secrets.A != '' }}", OTHER: "${{ secrets.B == '' }}" } }, []],
  [{ env: { A: "${{ secrets.A != '' && secrets.A }}" } }, ['A']],
  [{ env: { A: "${{ 'secrets.A' }}", B: '${{ needs.secrets.outputs.x }}' } }, []],
  [{ env: { ALL: '${{ toJSON(secrets) }}' } }, ['*']],
  [{ env: { ANY: '${{ secrets[matrix.name] }}' } }, ['*']],
  [{ uses: './x.yml', secrets: 'inherit' }, ['*']],
  [{ secrets: { TOKEN: '${{ secrets.A }}' } }, ['A']],
  [['${{ secrets.A }}', 1, null], ['A']],
])('%j', (value, names) => {
  expect(secretsIn(value)).toEqual(names);
});
