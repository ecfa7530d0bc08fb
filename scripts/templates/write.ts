import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { fileOf, templates } from './catalogue';

/** `npm run templates`: writes the workflows to import that are made from shared pieces. */
async function main(): Promise<void> {
	for (const [name, template] of Object.entries(templates)) {
		const filepath = fileOf(name);
		const how = { ...(await resolveConfig(filepath)), filepath };
		writeFileSync(filepath, await format(JSON.stringify(template, null, '\t'), how));
	}
}

void main();
