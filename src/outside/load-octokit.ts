/**
 * Loads the client when the doctor needs it: no other command pays for it. The packages are ES
 * modules, which a CommonJS module cannot import otherwise.
 */
export async function loadOctokit() {
  const [{ Octokit }, { retry }, { throttling }] = await Promise.all([
    import('@octokit/core'),
    import('@octokit/plugin-retry'),
    import('@octokit/plugin-throttling'),
  ]);
  return Octokit.plugin(retry, throttling);
}
