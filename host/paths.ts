import path from 'node:path';

/** Folder of the repository. */
export const root = path.resolve(__dirname, '..');

/** Folder under which every host keeps its own; git ignores it. */
export const hostsFolder = path.join(root, '.host');

/** The one host that is kept between starts: that of `npm start`; a test has it in another folder. */
export const START = process.env.HOST_FOLDER ?? 'start';

/** Absolute path of a host's folder, given its short name or an absolute path. */
export const hostFolder = (name: string) => path.resolve(hostsFolder, name);
