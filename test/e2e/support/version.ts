import { readFileSync } from 'node:fs';
import path from 'node:path';
import { n8nModules } from '../../../host/paths';

const { version } = JSON.parse(readFileSync(path.join(n8nModules, 'n8n/package.json'), 'utf8')) as {
	version: string;
};

const isBefore = (other: string) => version.localeCompare(other, 'en', { numeric: true }) < 0;

/** `test` where n8n is of this version or newer; left out in an older one. */
export const since = (first: string) => (isBefore(first) ? test.skip : test);

/** `test` where n8n is older than this version. */
export const before = (first: string) => (isBefore(first) ? test : test.skip);
