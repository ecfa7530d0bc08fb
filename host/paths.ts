import path from 'node:path';

/** Folder of the repository. */
export const root = path.resolve(__dirname, '..');

/** Folder under which every host keeps its own; git ignores it. */
export const hostsFolder = path.join(root, '.host');

/** The version of n8n to run, of those that `npm run compat` installs; that of `host` unless given. */
const { N8N_VERSION } = process.env;

/** Where n8n is installed, and what it depends on. */
export const n8nModules =
	N8N_VERSION === undefined
		? path.join(root, 'host/node_modules')
		: path.join(hostsFolder, 'n8n', N8N_VERSION, 'node_modules');

/**
 * The one host that is kept between starts: that of `npm start`; a test has it in another folder. An
 * n8n does not start on what a newer one has stored.
 */
export const START =
	process.env.HOST_FOLDER ?? (N8N_VERSION === undefined ? 'start' : `start-${N8N_VERSION}`);

/** Absolute path of a host's folder, given its short name or an absolute path. */
export const hostFolder = (name: string) => path.resolve(hostsFolder, name);
