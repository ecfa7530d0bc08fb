import type { IHookFunctions } from 'n8n-workflow';
import { requireKnownNodes } from './knownNodes';

/** Throws what keeps the vendor's calls from being accepted. */
export type Check = (context: IHookFunctions) => Promise<void> | void;

/**
 * The lifecycle of a webhook that the user enters in the vendor's dashboard, because the vendor has
 * no API for it. There is nothing to register and nothing to remove: `create` only checks what can
 * be checked, one after the other, and says what is missing.
 */
export function dashboardWebhook(...checks: readonly Check[]) {
	return {
		// Always "no", so that every activation runs the checks of `create`.
		async checkExists(this: IHookFunctions): Promise<boolean> {
			return await Promise.resolve(false);
		},
		async create(this: IHookFunctions): Promise<boolean> {
			requireKnownNodes(this);
			for (const check of checks) await check(this);
			return true;
		},
		async delete(this: IHookFunctions): Promise<boolean> {
			return await Promise.resolve(true);
		},
	};
}
