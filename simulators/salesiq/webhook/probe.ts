import { call } from '../../shared/transport';
import { badKey, SalesIqError } from '../errors';
import type { World } from '../world';

/** Asks the address as the vendor does on registration: `HEAD` must be answered with 200. */
export async function probe(url: string, world: World): Promise<void> {
	if (!/^https?:$/.test(protocolOf(url))) throw badKey('url');
	if (world.settings.refusePorts && new URL(url).port !== '') throw badKey('url');
	if (world.settings.refuseQueries && new URL(url).search !== '') throw badKey('url');
	const { sender, proxy, settings } = world;
	const result = await call({
		url,
		method: 'HEAD',
		headers: {},
		proxy,
		timeouts: sender.timeouts,
		stopping: sender.stopping,
	});
	if ('status' in result && result.status === 200) return;
	throw new SalesIqError(settings.probeFailureCode, { json_key: 'url' });
}

function protocolOf(url: string): string {
	return URL.canParse(url) ? new URL(url).protocol : '';
}
