const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { promisify } = require('node:util');
// @ts-expect-error -- it comes without types
const { dest, parallel, series, src, watch } = require('gulp');

const run = promisify(execFile);
/** @param {string[]} args */
const node = (...args) => run(process.execPath, args);

const assets = ['nodes/**/*.{svg,node.json}'];

const clean = () => rm('dist', { recursive: true, force: true });

/** Prints what the compiler says: execFile keeps it in the error. */
async function compile() {
	try {
		await node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
	} catch (error) {
		const { stdout, message } = /** @type {Error & { stdout?: string }} */ (error);
		throw new Error(`TypeScript:\n${stdout ?? message}`);
	}
}

const copyAssets = () => src(assets, { base: '.' }).pipe(dest('dist'));

/** Output schemas come from the zod schemas of the compiled nodes: written once, shown in the editor. */
const schemas = () => node('scripts/schemas.mjs');

/** A package for each vendor, as n8n verifies packages of one service only. */
const packages = () => node('scripts/packages.mjs');

const build = series(clean, parallel(compile, copyAssets), schemas, packages);

const dev = series(build, () => {
	watch(['nodes/**/*', 'credentials/**/*'], build);
});

module.exports = { build, clean, dev, default: build };
