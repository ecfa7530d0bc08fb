import './node20.mjs';
import { Failure, main, npm } from './run.mjs';
import { runTypeScript } from './typescript.mjs';

await main(async () => {
	const { release, Obstacle } = await runTypeScript('scripts/release/release.ts');
	const build = async () => {
		if ((await npm(['run', 'build', '--silent'])) !== 0) throw new Failure('The build failed');
	};
	try {
		await release(process.argv.slice(2), build);
	} catch (error) {
		if (error instanceof Obstacle) throw new Failure(/** @type {Error} */ (error).message);
		throw error;
	}
});
