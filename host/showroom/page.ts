import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';

const folder = path.join(__dirname, 'page');

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.svg': 'image/svg+xml',
};

/** Serves each file of the page under its own name, and `index.html` at the root. */
export function servePage(app: FastifyInstance): void {
	for (const file of readdirSync(folder)) {
		const type = TYPES[path.extname(file)];
		if (type === undefined) continue;
		const bytes = readFileSync(path.join(folder, file));
		app.get(file === 'index.html' ? '/' : `/${file}`, (_request, reply) =>
			reply.type(type).send(bytes),
		);
	}
}
