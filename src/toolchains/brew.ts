import { manager } from './packages';

const names = {
  shape: /^[a-z0-9][a-z0-9.+_-]*(?:@[a-z0-9.]+)?$/,
  allowed: "a name, or 'name@1.2' where there is one for each version",
};

/** @see https://docs.brew.sh/Formula-Cookbook#homebrew-terminology */
export const brew = manager({
  id: 'brew', system: 'macos', packages: { manager: 'Homebrew', ...names }, env: { BREW_KIND: 'formula' }, parts: (scripts) => [scripts.brew],
});

/** @see https://docs.brew.sh/Cask-Cookbook */
export const cask = manager({
  id: 'cask', system: 'macos', packages: { manager: 'Homebrew as casks', ...names }, env: { BREW_KIND: 'cask' }, parts: (scripts) => [scripts.brew],
});
