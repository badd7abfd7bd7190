import { outputIfAny, type Where } from './program';

/** Seconds; git on a broken disk would wait forever. */
const PATIENCE = 5;

/** Whether ssh may ask for a passphrase: a line that is drawn meanwhile would take the question away. */
export async function mayAskBack({ root, env }: Where): Promise<boolean> {
  const remotes = await outputIfAny('git', ['remote', '-v'], { root, env }, PATIENCE) ?? '';
  return /^\S+\t(?!https?:|\/)/m.test(remotes);
}
