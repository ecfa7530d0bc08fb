import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { zodToJsonSchema } from 'zod-to-json-schema';

/** Writes the output schemas of every built vendor to `__schema__`, where n8n's editor looks. */
const load = createRequire(import.meta.url);

for (const vendor of readdirSync('dist/nodes')) {
	const folder = resolve('dist/nodes', vendor);
	if (!existsSync(`${folder}/schemas.js`)) continue;
	for (const [path, schema] of Object.entries(load(`${folder}/schemas.js`).schemas)) {
		const file = `${folder}/__schema__/${path}.json`;
		const json = zodToJsonSchema(schema, {
			$refStrategy: 'none',
			removeAdditionalStrategy: 'strict',
		});
		// The editor has no use for a schema that names no field.
		if ('properties' in json && Object.keys(json.properties).length === 0) continue;
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, `${JSON.stringify({ ...json, version: 1 }, null, 2)}\n`);
	}
}
