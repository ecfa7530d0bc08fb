import { readFileSync } from 'node:fs';
import path from 'node:path';
import { n8nModules } from '../../../host/paths';
import { abilities, isOlder } from '../../../scripts/n8n/abilities';

const { version } = JSON.parse(readFileSync(path.join(n8nModules, 'n8n/package.json'), 'utf8')) as {
	version: string;
};

type Name = keyof typeof abilities;

/** Whether n8n can do this. */
export const has = (name: Name) => !isOlder(version, abilities[name].since);

/** `test` where n8n can do this; left out where it cannot. */
export const where = (name: Name) => (has(name) ? test : test.skip);

/** `test` where n8n cannot do this yet. */
export const whereNot = (name: Name) => (has(name) ? test.skip : test);
