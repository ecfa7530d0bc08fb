import path from 'node:path';
import { root } from './paths';
import type { Vendor } from './vendors/vendor';

// n8n splits a list of files at colons: that of a drive has to go.
const CONSENT_HOOK = path.join(root, 'host/consent.cjs').replace(/^[a-z]:/i, '');

/**
 * Settings of n8n for the user's own browser, which knows no proxy: the editor and the way back from
 * a consent page at a local address, and that page at the simulator.
 *
 * @param port where the editor is reached
 */
export function forOwnBrowser(port: number, vendors: readonly Vendor[]): Record<string, string> {
	const simulators = vendors.flatMap(({ simulator: { hosts, url } }) =>
		hosts.map((host) => [host, url] as const),
	);
	return {
		N8N_EDITOR_BASE_URL: `http://127.0.0.1:${port}/`,
		EXTERNAL_HOOK_FILES: CONSENT_HOOK,
		SIMULATORS: JSON.stringify(Object.fromEntries(simulators)),
	};
}
