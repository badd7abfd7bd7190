import { byAction } from './by-action';
import type { ReadHere } from './toolchain';
import type { Complaint } from '../github/complaint';
import type { SetupModel } from '../model/model';

const GRADLE = 'gradle/wrapper/gradle-wrapper.properties';
const MAVEN = '.mvn/wrapper/maven-wrapper.properties';

/**
 * @see https://github.com/actions/setup-java#usage
 * @see https://docs.gradle.org/current/userguide/gradle_wrapper.html#sec:verification
 * @see https://maven.apache.org/tools/wrapper/#verification-of-downloaded-binaries
 */
export const java = byAction({
  title: 'Java',
  name: 'java',
  action: 'actions/setup-java',
  version: 'java-version',
  versionFile: 'java-version-file',
}, {
  caches: ['cache'],
  defaultWith: { distribution: 'temurin' },
  versionFiles: { '.java-version': /(?:^|[\s-])\d/, '.tool-versions': /^java[ \t]+(?:\S*-)?\d/m, '.sdkmanrc': /^java[ \t]*=[ \t]*\d/m, '*': /(?:^|[\s-])\d/ },
  looksAt: [GRADLE, MAVEN],
  unproven: (read, setup) => [...gradle(read, setup), ...maven(read)],
});

function gradle(read: ReadHere, setup: readonly SetupModel[]): Complaint[] {
  const properties = read(GRADLE);
  if (properties === undefined) {
    return [];
  }
  return [
    ...setup.some(({ kind }) => kind === 'gradleWrapper') ? [] : [{
      why: "lies here, and nothing verifies the jar of Gradle's wrapper before it runs",
      hint: 'Add Setup.gradleWrapper().',
    }],
    ...without(properties, 'distributionSha256Sum'),
  ].map((complaint) => of(GRADLE, complaint));
}

/** A wrapper that is a script alone downloads no jar. */
function maven(read: ReadHere): Complaint[] {
  const properties = read(MAVEN);
  return properties === undefined ? [] : [
    ...without(properties, 'distributionSha256Sum'),
    ...says(properties, 'distributionType', 'only-script') ? [] : without(properties, 'wrapperSha256Sum'),
  ].map((complaint) => of(MAVEN, complaint));
}

function without(properties: string, sum: string): Complaint[] {
  return says(properties, sum, '') ? [] : [{
    why: `has no ${sum}, so whatever is downloaded runs`,
    hint: `Write ${sum}=<the sum that is published for that version> there.`,
  }];
}

function says(properties: string, key: string, value: string): boolean {
  return properties.split('\n').some((line) => {
    const [name, ...rest] = line.split('=');
    return name.trim() === key && (value === '' ? rest.join('').trim() !== '' : rest.join('').trim() === value);
  });
}

function of(file: string, { why, hint }: Complaint): Complaint {
  return { why: `'${file}' ${why}`, hint };
}
