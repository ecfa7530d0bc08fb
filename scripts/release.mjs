import './node20.mjs';
import { build } from './build.mjs';
import { Failure, main } from './run.mjs';
import { runTypeScript } from './typescript.mjs';

await main(async () => {
	const { release } = await runTypeScript('scripts/release/release.ts');
	const obstacle = await release(process.argv.slice(2), build);
	if (obstacle !== undefined) throw new Failure(obstacle);
});
