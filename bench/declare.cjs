/** Adds `builds` builds of `platforms` platforms each to a project, as a user would declare them. */
exports.declare = function declare({ TagBuild, Platform }, project, builds, platforms) {
  for (let build = 1; build <= builds; build += 1) {
    new TagBuild(project, `build-${build}`, {
      tags: [`build-${build}-v*`],
      platforms: Array.from({ length: platforms }, (_, index) => Platform.of(`platform-${index + 1}`, {
        runsOn: ['ubuntu-24.04'],
        run: ['npm ci', 'npm run package'],
        artifacts: ['dist/*'],
      })),
    });
  }
};
