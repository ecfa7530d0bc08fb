import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import eslint from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { flatConfigs as importX } from 'eslint-plugin-import-x';
// @ts-expect-error -- it comes without types
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import { readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';

const shipped = ['nodes/**/*.ts', 'credentials/**/*.ts'];
const tools = ['test', 'simulators', 'host', 'bench', 'scripts'].map((name) => `${name}/**/*.ts`);
const scripts = ['*.{js,mjs}', 'scripts/**/*.mjs', 'host/*.cjs', 'host/showroom/page/*.mjs'];
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

export default tseslint.config(
	{ ignores: ['dist', 'packages', '.host', 'coverage', '**/node_modules'] },
	{
		files: ['**/*.ts'],
		extends: [
			eslint.configs.recommended,
			tseslint.configs.strictTypeChecked,
			n8nCommunityNodesPlugin.configs.recommended,
			importX.recommended,
		],
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
		},
		rules: {
			'prefer-spread': 'off',
			'no-console': 'error',
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
				tsconfigRootDir: import.meta.dirname,
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
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
	},
	{
		files: ['package.json'],
		extends: [n8nCommunityNodesPlugin.configs.recommended],
		languageOptions: {
			parser: tseslint.parser,
			parserOptions: { extraFileExtensions: ['.json'] },
		},
		rules: n8nNodesBase.configs.community.rules,
	},
	{
		files: ['credentials/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
			'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
		},
	},
	{
		files: ['nodes/**/*.ts'],
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
			'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
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
