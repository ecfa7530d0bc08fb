import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../run.mjs';
import { readJson } from './packages.mjs';
import { writeVersions } from './record.mjs';

const file = path.join(root, 'scripts/n8n/results.json');

/** @typedef {{ passed: number, failed: number, skipped: number }} Outcome */

/**
 * What `npm run compat` has seen: by version of n8n, then by e2e test file.
 *
 * @returns {Record<string, Record<string, Outcome>>}
 */
export const readResults = () => (existsSync(file) ? readJson(file) : {});

/**
 * @param {string} version
 * @param {string} name
 * @param {Outcome} outcome
 */
export async function writeResult(version, name, outcome) {
	const results = readResults();
	results[version] = { ...results[version], [name]: outcome };
	await writeVersions(file, results);
}

/**
 * The outcome that jest has written to a file.
 *
 * @param {string} report
 * @returns {Outcome}
 */
export function outcomeIn(report) {
	// Jest ended without a report, or before its tests.
	if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
	const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } =
		readJson(report);
	return {
		passed: numPassedTests,
		failed: numFailedTests + numRuntimeErrorTestSuites,
		skipped: numPendingTests,
	};
}
