import { cronProblem, isOnTheHour } from '../../src/github/cron';
import { endingRunner } from '../../src/github/runners';

test.each([
  '* * * * *', '17 4 * * 1', '0,30 8-18/2 1-15 JAN,mar MON-FRI', '*/15 0 31 12 6', '59 23 * * 0',
])('%j is a schedule', (text) => {
  expect(cronProblem(text)).toBeUndefined();
});

test.each([
  ['', 'has one field'], ['@daily', 'has one field'], ['1 2 3 4', 'has 4 fields'], ['1  2 3 4 5', 'has 6 fields'], ['1 2 3 4 5 6', 'has 6 fields'],
  ['60 * * * *', 'has no minute'], ['-1 * * * *', 'has no minute'], ['a * * * *', 'has no minute'], ['5- * * * *', 'has no minute'], ['1-2-3 * * * *', 'has no minute'],
  ['*/0 * * * *', 'has no minute'], ['1/2/3 * * * *', 'has no minute'], ['1, * * * *', 'has no minute'], ['30-10 * * * *', 'has no minute'], ['*-3 * * * *', 'has no minute'],
  ['1 24 * * *', 'has no hour'], ['1 1 0 * *', 'has no day of the month'], ['1 1 32 * *', 'has no day of the month'], ['1 1 1 13 *', 'has no month'],
  ['1 1 1 1 7', 'has no day of the week'], ['1 1 1 1 SUN,', 'has no day of the week'], ['1 1 L * *', 'has no day of the month'], ['1\n1 1 1 1', 'has 4 fields'],
])('%j is none', (text, why) => {
  expect(cronProblem(text)?.why).toContain(why);
});

test.each([['0 4 * * *', true], ['00 4 * * *', true], ['*/15 * * * *', true], ['1 0 * * *', false], ['30 4 * * *', false], ['* * * * *', false]])('%j begins on the hour: %j', (text, is) => {
  expect(isOnTheHour(text)).toBe(is);
});

test('of a runner that goes away it is time to speak 60 days before jobs may fail', () => {
  expect(endingRunner('Ubuntu-22.04')).toMatchObject({ label: 'ubuntu-22.04', from: '2026-07-19', since: '2026-09-17', ending: '2027-04-17', successor: 'ubuntu-24.04' });
  expect(['ubuntu-24.04', 'macos-14', 'ubuntu-latest', 'mine'].map(endingRunner)).toEqual([undefined, undefined, undefined, undefined]);
});
