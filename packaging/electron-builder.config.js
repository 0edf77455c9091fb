import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

/**
 * What the program's binary can do that a user never asks of it is switched off, for good: it is no Node, takes no debugger and no code
 * but its own archive's, which macOS and Windows check against a hash in the binary.
 */
const fuses = {
  version: FuseVersion.V1,
  // A fuse that a later Electron adds stops the packaging until somebody has decided about it.
  strictlyRequireAllFuses: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
};

/** Flips them after the program is laid out and before anything is signed. */
async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const name = packager.appInfo.productFilename;
  const binary = {
    darwin: join(appOutDir, `${name}.app`),
    win32: join(appOutDir, `${name}.exe`),
    linux: join(appOutDir, packager.executableName),
  }[electronPlatformName];
  // A Mac runs no changed binary without a signature; a real one comes after this, where there is one.
  await flipFuses(binary, { ...fuses, resetAdHocDarwinSignature: electronPlatformName === 'darwin' });
}

const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'app.lectern.Lectern',
  productName: 'Lectern',
  copyright: 'MIT licence',
  // The package's version and nothing of the machine or the day: the same source makes the same name and number.
  buildVersion: version,
  artifactName: 'lectern-${version}-${os}-${arch}.${ext}',
  directories: { output: 'out/packages', buildResources: 'packaging' },
  // Everything that runs is in the built files. The command line needs a Node and has a package of its own.
  files: [
    'package.json',
    'out/main/**',
    '!out/main/lectern.js',
    'out/preload/**',
    'out/renderer/**',
    '!node_modules/**',
  ],
  extraResources: [{ from: 'decks', to: 'decks' }],
  asar: true,
  npmRebuild: false,
  electronLanguages: ['en-US'],
  publish: null,
  afterPack,
  linux: {
    target: ['deb', 'AppImage'],
    icon: 'packaging/icons',
    category: 'Office',
    synopsis: 'Markdown briefing decks, offline',
    maintainer: 'Lectern',
    vendor: 'Lectern',
    syncDesktopName: true,
    // “Open with”: whatever opened Markdown files before still does. Files are handed over as paths.
    mimeTypes: ['text/markdown', 'text/x-markdown'],
    executableArgs: ['%F'],
    desktop: {
      entry: { Keywords: 'markdown;slides;presentation;briefing;reveal.js;', Actions: 'NewWindow;' },
      desktopActions: { NewWindow: { Name: 'New Window', Exec: '/opt/Lectern/lectern --new-window' } },
    },
  },
  deb: {
    packageName: 'lectern',
    artifactName: 'lectern_${version}_${arch}.deb',
    // Nothing is fetched after the installation.
    recommends: [],
  },
  win: {
    target: ['nsis', 'portable'],
    icon: 'packaging/icons/icon.ico',
  },
  nsis: {
    artifactName: 'lectern-${version}-windows-${arch}-setup.${ext}',
    oneClick: false,
    // For one user, and with no rights to ask for: machines are locked down.
    perMachine: false,
    allowElevation: false,
    allowToChangeInstallationDirectory: true,
    include: 'packaging/windows/open-with.nsh',
  },
  portable: { artifactName: 'lectern-${version}-windows-${arch}-portable.${ext}' },
  mac: {
    target: ['dmg'],
    icon: 'packaging/icons/icon.icns',
    category: 'public.app-category.business',
    darkModeSupport: true,
    hardenedRuntime: true,
    fileAssociations: [
      { ext: ['md', 'markdown'], name: 'Markdown deck', role: 'Editor', rank: 'Alternate', mimeType: 'text/markdown' },
    ],
  },
  dmg: { sign: false },
};
