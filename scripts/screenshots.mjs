import './node20.mjs';
import { buildIfChanged } from './build.mjs';
import { install } from './install.mjs';
import { main } from './run.mjs';
import { runTypeScript } from './typescript.mjs';

await main(async () => {
	await install({ host: true });
	await buildIfChanged();
	await runTypeScript('host/screenshots/main.ts');
});
