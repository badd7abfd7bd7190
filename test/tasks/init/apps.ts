/** Repositories as people have them, each by what builds its app. */
export const APPS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Electron with npm': {
    'package.json': `${JSON.stringify({
      name: 'notes',
      version: '1.2.0',
      scripts: { dist: 'electron-builder' },
      devDependencies: { 'electron': '^38.0.0', 'electron-builder': '^26.0.0' },
      build: { appId: 'example.acme.notes', linux: { target: ['AppImage'] }, mac: { target: 'dmg' }, win: { target: 'nsis' } },
    }, null, 2)}\n`,
    'package-lock.json': '{ "lockfileVersion": 3 }\n',
    '.gitignore': 'node_modules\n/dist/\n',
    'README.md': '# Notes\r\n\r\nAn app.\r\n',
    '.nvmrc': '22.11.0\n',
  },
  'Scripts in a pnpm workspace': {
    'package.json': '{ "name": "notes", "version": "1.2.0", "packageManager": "pnpm@10.28.1", "scripts": { "build:linux": "x --linux", "build:mac": "x --mac" } }\n',
    'pnpm-workspace.yaml': 'packages:\n  - packages/*\n',
    'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
  },
  'Yarn 1 in a workspace': {
    'package.json': '{ "name": "notes", "private": true, "workspaces": ["packages/*"], "scripts": { "package": "x" } }\n',
    'yarn.lock': '# yarn lockfile v1\n',
    '.gitignore': 'node_modules/\n',
  },
  'Yarn with its own packages': {
    'package.json': '{ "name": "notes", "packageManager": "yarn@4.5.0", "scripts": { "package": "x" } }\n',
    'yarn.lock': '__metadata:\n  version: 8\n',
    '.pnp.cjs': '',
  },
  'Bun': {
    'package.json': '{ "name": "notes", "scripts": { "build": "bun build --compile src/main.ts" } }\n',
    'bun.lock': '{ "lockfileVersion": 1 }\n',
    '.gitignore': 'node_modules\n',
  },
  'Rust': {
    'Cargo.toml': '[package]\nname = "notes"\nversion = "0.3.0"\nedition = "2021"\n',
    'Cargo.lock': '[[package]]\nname = "notes"\nversion = "0.3.0"\n',
    'src/main.rs': 'fn main() {}\n',
    '.gitignore': '/target\n',
  },
  'Go': {
    'go.mod': 'module github.com/acme/notes\n\ngo 1.23.0\n',
    'main.go': 'package main\n\nfunc main() {}\n',
    'README.md': '# Notes\n',
  },
};
