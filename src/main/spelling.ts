/** Whether this shell checks spelling. Electron fetches its dictionaries from the network, but on a Mac, which has its own. */
export const checksSpelling = process.platform === 'darwin';
