import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

/**
 * Writes what is known of each version of n8n, in the order of the versions, and of names in each.
 *
 * @param {string} file
 * @param {Record<string, Record<string, unknown>>} record
 */
export async function writeVersions(file, record) {
	const versions = Object.entries(record).map(([version, known]) => [version, sorted(known)]);
	const text = JSON.stringify(sorted(Object.fromEntries(versions)), null, '\t');
	const how = { ...(await resolveConfig(file)), filepath: file };
	writeFileSync(file, await format(text, how));
}

/** @param {Record<string, unknown>} entries */
const sorted = (entries) =>
	Object.fromEntries(
		Object.entries(entries).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })),
	);
