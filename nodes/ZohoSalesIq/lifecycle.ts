import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { requirePublicAddress } from '../shared/webhook/address';
import { requireKnownNodes } from '../shared/webhook/knownNodes';
import { KINDS } from './events';
import { webhookById } from './registration/atPortal';
import { register } from './registration/register';
import type { Registered } from './registration/registered';
import { storedIn } from './registration/stored';
import { unregister } from './registration/unregister';
import { isAsWanted, isForApps, wantedBy } from './registration/wanted';
import { vendor } from './vendor';

/**
 * Registers what the trigger needs, and removes it. Any of these calls may end in the middle: n8n is
 * killed, or SalesIQ does not answer. So each starts from what SalesIQ has, not from what n8n
 * remembers: a webhook with our address is adopted, changed or removed, and never doubled.
 */
export const salesIqWebhook = {
	/** One read per registered webhook, and no write. */
	async checkExists(this: IHookFunctions): Promise<boolean> {
		requireKnownNodes(this);
		const { registrations = {} } = storedIn(this);
		const wanted = wantedBy(this);
		if (Object.keys(registrations).length !== wanted.length) return false;
		for (const one of wanted) {
			const registration = registrations[one.type];
			if (!registration || !isForApps(registration, one)) return false;
			const webhook = await webhookById(this, registration.id);
			if (!webhook || !isAsWanted(webhook, one, registration.token)) return false;
			warnIfOff(this, webhook);
			const { keys } = webhook;
			if (keys.length === 0 && registration.token === undefined) return false;
			registrations[one.type] = { ...registration, keys };
		}
		return true;
	},

	async create(this: IHookFunctions): Promise<boolean> {
		requireAddress(this);
		const wanted = wantedBy(this);
		if (wanted.length === 0) {
			throw new NodeOperationError(this.getNode(), 'No event is chosen', {
				description: 'Choose at least one event under Trigger On',
			});
		}
		for (const type of KINDS) {
			const one = wanted.find((candidate) => candidate.type === type);
			if (one) await register(this, one);
			else await unregister(this, type);
		}
		return true;
	},

	/** Never fails: n8n would keep the workflow published, and the user could not get out of that. */
	async delete(this: IHookFunctions): Promise<boolean> {
		for (const type of KINDS) await unregister(this, type);
		return true;
	},
};

function requireAddress(context: IHookFunctions): void {
	const address = requirePublicAddress(context, { vendor: vendor.shortName, mayBeHttp: true });
	if (/^http:|^https:\/\/[^/]+:\d/.test(address)) {
		context.logger.warn(`SalesIQ may refuse ${address}: it requires https and no port number`);
	}
}

function warnIfOff(context: IHookFunctions, { id, isOff }: Registered): void {
	if (!isOff) return;
	context.logger.warn(
		`SalesIQ webhook ${id} is switched off: switch it on under Settings > Developers > Webhooks`,
	);
}
