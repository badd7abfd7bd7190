/**
 * Every check over files of the app, in the order in which their problems are printed, and how bad they
 * are: an error only where the build is certain to fail. The checks themselves are loaded where an app lies.
 */
export const APP_CHECKS = {
  'electron-builder-publishes': 'warning',
  'electron-builder-artifact-missing': 'warning',
  'electron-builder-zip-missing': 'warning',
  'electron-builder-certificate-missing': 'warning',
  'electron-builder-keychain': 'warning',
  'electron-builder-open-files': 'notice',
  'electron-updater-uncollected': 'warning',
  'electron-updater-unwritten': 'warning',
  'electron-forge-publishes': 'warning',
  'electron-forge-artifact-missing': 'warning',
  'tauri-identifier-refused': 'error',
  'tauri-bundle-inactive': 'warning',
  'tauri-artifact-missing': 'warning',
  'tauri-key-missing': 'warning',
  'tauri-updater-uncollected': 'warning',
  'tauri-updater-unwritten': 'warning',
  'tauri-script-missing': 'error',
  'app-version-undeclared': 'warning',
  'command-not-installed': 'warning',
  'script-file-missing': 'warning',
  'lock-file-out-of-step': 'error',
  'pnpm-lock-file-elsewhere': 'error',
  'pnpm-workspace-leaves-out': 'warning',
  'engines-refused': 'error',
  'engines-unfit': 'warning',
  'native-module-unbuildable': 'warning',
  'git-branch-asked': 'warning',
  'spawned-without-shell': 'warning',
  'prisma-engine-missing': 'warning',
  'artifact-path-case': 'warning',
} as const;

export type AppCheckId = keyof typeof APP_CHECKS;
