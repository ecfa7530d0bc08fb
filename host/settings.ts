import { existsSync } from 'node:fs';
import path from 'node:path';
import getPort from 'get-port';
import { n8nModules } from './paths';
import type { Proxy } from './proxy';
import { PUBLIC_URL } from './webhooks';

/** Modules that ask n8n's own servers for news at every start. */
const CURIOUS = ['mcp-registry'];

/** An n8n refuses to start without a module that it does not have. */
const hasModule = (name: string) => existsSync(path.join(n8nModules, 'n8n/dist/modules', name));

/** The settings of n8n in a host: local, quiet, reached by vendors at an https address. */
export async function settingsOf(
	folder: string,
	port: number,
	proxy: Proxy,
): Promise<Record<string, string>> {
	return {
		// As in n8n's own image; else its answers to callers hold stack traces with paths.
		NODE_ENV: 'production',
		HOME: folder,
		USERPROFILE: folder,
		N8N_USER_FOLDER: folder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		// Its default is one fixed port: a second host on the same machine would not start.
		N8N_RUNNERS_BROKER_PORT: String(await getPort({ host: '127.0.0.1' })),
		N8N_SECURE_COOKIE: 'false',
		WEBHOOK_URL: PUBLIC_URL,
		// Without the newer name, n8n calls an editor that listens by the editor's address.
		N8N_WEBHOOK_URL: PUBLIC_URL,
		N8N_PROXY_HOPS: '1',
		HTTPS_PROXY: proxy.url,
		HTTP_PROXY: proxy.url,
		NO_PROXY: '127.0.0.1,localhost',
		NODE_EXTRA_CA_CERTS: proxy.caFile,
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
		N8N_DISABLED_MODULES: CURIOUS.filter(hasModule).join(),
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_LOG_OUTPUT: 'console',
		N8N_LOG_LEVEL: 'info',
	};
}
