import './node20.mjs';
import { build } from './build.mjs';
import { Failure, main, root } from './run.mjs';
import { runTypeScript } from './typescript.mjs';

/** Before `npm pack` and `npm publish`: what is packed is built anew, from what is committed. */
await main(async () => {
	const { obstacleToPacking } = await runTypeScript('scripts/release/tree.ts');
	const obstacle = obstacleToPacking(root);
	if (obstacle !== undefined) throw new Failure(obstacle);
	await build();
});
