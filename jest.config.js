/** @param {string} name */
const project = (name, more = {}) => ({
	displayName: name,
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	testEnvironment: 'node',
	modulePathIgnorePatterns: ['<rootDir>/host/node_modules', '<rootDir>/.host'],
	transform: { '^.+\\.ts$': ['ts-jest', { diagnostics: false }] },
	...more,
});

const inN8nCore = { setupFiles: ['<rootDir>/test/support/n8n-core.ts'] };

const CLUSTER = '/cluster-[^/]+$';
const CRASHES = '/cluster-crash[^/]+$';

/**
 * From the quickest to those that start a real n8n, the last as several processes; "growth" measures, and
 * wants a process of its own.
 */
module.exports = {
	// For a busy machine: what hangs is found all the same.
	testTimeout: 30_000,
	projects: [
		project('unit'),
		project('simulators'),
		project('integration', inN8nCore),
		project('growth', inN8nCore),
		project('e2e', { testPathIgnorePatterns: [CLUSTER] }),
		project('cluster', {
			testMatch: ['<rootDir>/test/e2e/cluster-*.test.ts'],
			testPathIgnorePatterns: [CRASHES],
		}),
		// What n8n makes of them depends on the moment: no part of "npm test".
		project('crashes', { testMatch: ['<rootDir>/test/e2e/cluster-crash.test.ts'] }),
	],
};
