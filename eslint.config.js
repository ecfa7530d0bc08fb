const eslint = require('@eslint/js');
const { config: ofN8n } = require('@n8n/node-cli/eslint');
const { flatConfigs: importX } = require('eslint-plugin-import-x');
const { readdirSync } = require('node:fs');
const tseslint = require('typescript-eslint');

const shipped = ['nodes/**/*.ts', 'credentials/**/*.ts'];
const tools = ['test', 'simulators', 'host', 'bench', 'scripts'].map((name) => `${name}/**/*.ts`);
const scripts = [
	'*.js',
	'scripts/**/*.mjs',
	'host/*.cjs',
	'deploy/*.cjs',
	'host/showroom/page/*.mjs',
];
const vendors = readdirSync('nodes').filter((folder) => folder !== 'shared');

/** The walls of the house: who may import whom. */
const walls = [
	...vendors.map((vendor) => ({
		target: `./nodes/${vendor}`,
		from: './nodes',
		except: [`./${vendor}`, './shared'],
		message: 'A vendor imports nothing of another vendor, so that it can become a package.',
	})),
	{
		target: './nodes/shared',
		from: './nodes',
		except: ['./shared'],
		message: 'What only one vendor needs stays with that vendor.',
	},
	...['nodes', 'credentials'].flatMap((target) =>
		['simulators', 'host', 'test', 'bench', 'scripts'].map((from) => ({
			target: `./${target}`,
			from: `./${from}`,
			message: 'What is shipped never imports what proves it.',
		})),
	),
	...['bench', 'test'].map((from) => ({
		target: './scripts',
		from: `./${from}`,
		message: 'What commands share with tests and benches is kept in scripts.',
	})),
	...['nodes', 'credentials', 'host', 'test'].map((from) => ({
		target: './simulators',
		from: `./${from}`,
		message: 'A simulator is written from the contract, or it would share our mistakes.',
	})),
];

/** n8n's own rules, which eslint.config.mjs has unchanged for n8n's tool, and those of this house. */
module.exports = tseslint.config(
	// ESLint takes this file and not the other; "npm run lint" holds what is shipped against both.
	{ ignores: ['eslint.config.mjs', 'packages', '.host', 'coverage', '**/node_modules'] },
	...ofN8n,
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.strictTypeChecked],
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: __dirname },
		},
		rules: {
			'import-x/no-restricted-paths': ['error', { zones: walls }],
			'import-x/order': [
				'error',
				{
					groups: ['builtin', 'external', 'parent', 'sibling', 'index'],
					'newlines-between': 'never',
					alphabetize: { order: 'asc', caseInsensitive: true },
				},
			],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
		},
	},
	{
		files: scripts,
		extends: [eslint.configs.recommended, tseslint.configs.strict, importX.recommended],
		languageOptions: {
			parserOptions: {
				project: ['tsconfig.js.json', 'tsconfig.page.json'],
				tsconfigRootDir: __dirname,
			},
		},
		rules: {
			// The compiler knows what is global in Node.js, and what in a page.
			'no-undef': 'off',
			'@typescript-eslint/no-require-imports': 'off',
			'@typescript-eslint/no-floating-promises': 'error',
		},
	},
	{
		files: shipped,
		linterOptions: { noInlineConfig: true },
	},
	{
		// The cloud rules fence in what is shipped; what proves it may use files, timers and processes.
		files: tools,
		rules: {
			'@n8n/community-nodes/no-restricted-imports': 'off',
			'@n8n/community-nodes/no-restricted-globals': 'off',
			'@n8n/community-nodes/no-hardcoded-secrets': 'off',
			'@n8n/community-nodes/no-dangerous-functions': 'off',
			'@n8n/community-nodes/require-node-api-error': 'off',
			'no-console': 'off',
		},
	},
);
