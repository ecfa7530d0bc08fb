/** @param {string} name */
const project = (name, more = {}) => ({
	displayName: name,
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	testEnvironment: 'node',
	modulePathIgnorePatterns: ['<rootDir>/host/node_modules', '<rootDir>/.host'],
	transform: { '^.+\\.ts$': ['ts-jest', { diagnostics: false }] },
	...more,
});

/** Four projects, from the quickest to the one that starts a real n8n. */
module.exports = {
	// For a busy machine: what hangs is found all the same.
	testTimeout: 30_000,
	projects: [
		project('unit'),
		project('simulators'),
		project('integration', { setupFiles: ['<rootDir>/test/support/n8n-core.ts'] }),
		project('e2e'),
	],
};
