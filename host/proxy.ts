import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import getPort from 'get-port';
import type * as Mockttp from 'mockttp';

// Some of mockttp's dependencies are ES modules: Node.js can require them, jest's loader cannot.
const { createRequire } = process.getBuiltinModule('node:module');
const { generateCACertificate, getLocal } = createRequire(__filename)('mockttp') as typeof Mockttp;

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

export interface Proxy {
	/** Address of the proxy: what `HTTPS_PROXY` is set to. */
	readonly url: string;
	/** Its certificate authority: PEM text, and the file that holds it. */
	readonly ca: string;
	readonly caFile: string;
	/** Every request to a host that leads nowhere, as `METHOD https://host/path`. */
	readonly refused: readonly string[];
	/** Leads a host name to a plain HTTP address; the request keeps its Host header. */
	route(host: string, targetUrl: string): Promise<void>;
	stop(): Promise<void>;
}

/**
 * Starts an intercepting proxy: real host names of vendors lead to their simulators, all others to a
 * 502, so that a run touches nothing outside this machine. The authority is kept in `folder`.
 */
export async function startProxy(folder: string): Promise<Proxy> {
	const caFile = path.join(folder, 'ca.pem');
	const keyFile = path.join(folder, 'ca.key');
	if (!existsSync(caFile) || !existsSync(keyFile)) {
		const made = await generateCACertificate({ subject: { commonName: 'n8n host, for tests' } });
		await writeFile(keyFile, made.key, { mode: 0o600 });
		await writeFile(caFile, made.cert);
	}
	const ca = await readFile(caFile, 'utf8');
	const key = await readFile(keyFile, 'utf8');
	const server = getLocal({ https: { key, cert: ca }, recordTraffic: false });
	const refused: string[] = [];
	// mockttp's own choice is one of few ports, which two hosts started at once both take.
	await server.start(await getPort({ host: '127.0.0.1' }));
	await server.forUnmatchedRequest().thenCallback((request) => {
		refused.push(`${request.method} ${request.url}`);
		const { host } = new URL(request.url);
		return {
			statusCode: 502,
			headers: { 'content-type': 'text/plain' },
			body: `The test host reaches nothing outside this machine: no route to ${host}\n`,
		};
	});
	return {
		// mockttp speaks HTTP and TLS on one port and calls itself https; clients go in by plain HTTP.
		url: `http://127.0.0.1:${server.port}`,
		ca,
		caFile,
		refused,
		async route(host, targetUrl) {
			const target = new URL(targetUrl);
			await server
				.forAnyRequest()
				.forHostname(host)
				// mockttp listens on every network that this machine is in.
				.matching(({ remoteIpAddress = '' }) => LOOPBACK.includes(remoteIpAddress))
				.always()
				.thenPassThrough({
					transformRequest: {
						setProtocol: 'http',
						replaceHost: { targetHost: target.host, updateHostHeader: false },
					},
				});
		},
		stop: () => server.stop(),
	};
}
