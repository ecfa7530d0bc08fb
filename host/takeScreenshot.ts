import { askControl } from './control';
import { ownerOf } from './owner';
import { hostFolder, START } from './paths';
import { rest } from './rest';
import { screenshot, type Size } from './screenshot';

/** `node scripts/screenshot.mjs <workflow name> <file> [<width>x<height>]`, against the n8n of `npm start`. */
async function main([name, file, size]: readonly string[]): Promise<void> {
	if (name === undefined || file === undefined) {
		throw new Error('Usage: node scripts/screenshot.mjs <workflow name> <file.png> [1600x900]');
	}
	const about = await askControl();
	if (about?.n8n === undefined) throw new Error('No host runs: start one with "npm start"');
	const client = rest(about.n8n);
	await client.signIn(await ownerOf(hostFolder(START)));
	const known = await client.workflows.list();
	const workflow = known.find((candidate) => candidate.name === name);
	if (workflow === undefined) {
		const names = known.map((candidate) => `"${candidate.name}"`).join(', ');
		throw new Error(`There is no workflow "${name}", only: ${names}`);
	}
	await screenshot(client, workflow.id, file, sizeOf(size));
}

function sizeOf(text = '1600x900'): Size {
	const [width = NaN, height = NaN] = text.split('x').map(Number);
	if (width > 0 && height > 0) return { width, height };
	throw new Error(`"${text}" is no size, such as 1600x900`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
});
