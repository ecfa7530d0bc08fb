import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Server } from '../../../host/cluster/server';
import { queueMode } from '../../../host/cluster/settings';
import host from '../../../host/package.json';
import manifest from '../../../package.json';

const textOf = (file: string) =>
	readFileSync(path.join(__dirname, '../../../deploy', file), 'utf8');

const service = z.object({
	image: z.string(),
	command: z.string().optional(),
	restart: z.literal('always'),
	environment: z.record(z.union([z.string(), z.number()])).default({}),
	volumes: z.array(z.string()).default([]),
	depends_on: z.record(z.object({ condition: z.literal('service_healthy') })).default({}),
	healthcheck: z.object({ test: z.array(z.string()) }).optional(),
});
const compose = z
	.object({ services: z.record(service), volumes: z.record(z.null()) })
	.parse(parse(textOf('compose.yaml'), { merge: true }));
const { services } = compose;
const n8n = Object.values(services).filter(({ image }) => image === services.main?.image);

/** What all processes of the host's cluster are told, tested in test/e2e/cluster-*. */
const tested = queueMode({ port: 1 } as Server, { port: 2 } as Server);

test('every process of n8n has the settings that the tested cluster has', () => {
	expect(n8n.map(({ command = 'start' }) => command).sort()).toEqual(
		['start', 'webhook', 'webhook', 'worker'].sort(),
	);
	for (const { environment } of n8n) {
		expect(environment).toEqual(n8n[0]?.environment);
		const own = { ...environment, DB_POSTGRESDB_DATABASE: tested.DB_POSTGRESDB_DATABASE };
		const places = Object.keys(tested).filter((name) => /_(HOST|PORT)$/.test(name));
		expect(own).toMatchObject(
			Object.fromEntries(Object.entries(tested).filter(([name]) => !places.includes(name))),
		);
		expect(Object.keys(environment)).toEqual(expect.arrayContaining(places));
		expect(Object.keys(environment)).toContain('N8N_ENCRYPTION_KEY');
	}
});

test('what waits for a service, stands behind HAProxy or has a volume is there', () => {
	const names = Object.keys(services);
	for (const { depends_on: needed } of Object.values(services)) {
		for (const name of Object.keys(needed)) {
			expect(names).toContain(name);
			expect(services[name]?.healthcheck).toBeDefined();
		}
	}
	const behind = [...textOf('haproxy.cfg').matchAll(/server ([\w-]+) \1:5678/g)];
	expect(behind.map(([, name]) => name).sort()).toEqual(['main', 'webhook-1', 'webhook-2']);
	expect(services.redis?.command).toContain('--appendonly yes');
	for (const name of Object.keys(compose.volumes))
		expect(services[name]?.volumes[0]).toMatch(new RegExp(`^${name}:/`));
});

test('the script for updates is one, and what it starts again is there', () => {
	const script = textOf('update.sh');
	expect(spawnSync('bash', ['-n'], { input: script }).stderr.toString()).toBe('');
	const [, loop = ''] = /for processor in (.*); do/.exec(script) ?? [];
	const started = [...script.matchAll(/--wait ([a-z]\S*)/g)].map(([, name]) => name);
	expect([...loop.split(' '), ...started].sort()).toEqual(
		Object.keys(services)
			.filter((name) => services[name]?.image === services.main?.image)
			.sort(),
	);
});

test('the image is the tested n8n with this package where n8n looks for it', () => {
	const lines = textOf('Dockerfile').split('\n');
	expect(lines).toContain(`FROM n8nio/n8n:${host.dependencies.n8n}`);
	expect(lines).toContain(`ARG PACK=${manifest.name}@latest`);
	expect(textOf('Dockerfile')).toMatch(
		/^RUN mkdir -p (\/home\/node\/\.n8n\/nodes) && cd \1 && npm install .*"\$PACK"$/m,
	);
});
