import type { IDataObject } from 'n8n-workflow';
import type { Call } from '../../../shared/operations/call';
import { findingOn, type Check, type Documented } from '../../../shared/operations/checkAccount';
import { detailsOf } from '../../../shared/operations/errors';
import { adviceOn } from '../../api/errors';
import { rowsIn } from '../../api/paging';
import { salesIq, type SalesIqAnswer } from '../../api/request';

/** What the checks of one portal share: how they ask, and what they found for the next one. */
export interface PortalLook {
	call: Call;
	read: (scope: string, path: string, query?: IDataObject) => Promise<SalesIqAnswer>;
	/** Scopes by whether they work, as far as they were needed. */
	scopes: Map<string, boolean>;
	/** ID of a webhook, and of a conversation, to look up. */
	webhookId?: string;
	conversationId?: string;
}

export function portalLook(call: Call): PortalLook {
	const scopes = new Map<string, boolean>();
	return {
		call,
		scopes,
		async read(scope, path, query) {
			const answer = await salesIq(call, { path, query });
			scopes.set(scope, true);
			return answer;
		},
	};
}

const NO_SCOPE = 1009;

export const LOGIN = 'Login';

/** A check that needs a scope; SalesIQ's codes say more than a status. */
export const scoped = (
	{ scopes }: PortalLook,
	scope: string,
	check: Pick<Check, 'name' | 'look'>,
): Check => ({
	...check,
	needs: LOGIN,
	explain(error) {
		if (detailsOf(error).vendorCode !== NO_SCOPE) return adviceOn(error);
		scopes.set(scope, false);
		const todo = `Add ${scope} to Scope in the credential, and reconnect`;
		return { ...adviceOn(error), todo };
	},
});

interface List {
	name: string;
	scope: string;
	/** Whole path. */
	path: () => string;
	query?: IDataObject;
}

/** A list that is read once, its first page. */
export const listCheck = (
	look: PortalLook,
	{ name, scope, path, query, ...documented }: List & Documented,
): Check =>
	scoped(look, scope, {
		name,
		look: async () => findingOn(rowsIn(await look.read(scope, path(), query)), documented),
	});
