import { join } from 'node:path';
import { published, released } from './published';
import { severalJobs } from './several-jobs';
import { renderSetupDoc } from '../../../src/render/doc/setup-doc';
import { expectGolden } from '../../support/golden';
import { docInput, hostileModel, model, referenceModel } from '../models';

describe('the whole doc', () => {
  test.each([
    ['reference', referenceModel],
    ['smallest', model()],
    ['hostile', hostileModel()],
    ['several-jobs', severalJobs],
    ['released', released],
    ['published', published],
  ])('%s', (name, given) => {
    expectGolden(join(__dirname, '..', 'golden', `${name}.md`), renderSetupDoc(given, docInput));
  });
});
