import type { IDataObject } from 'n8n-workflow';
import { textOf } from '../../../shared/fields';
import { findingOn, nothingFor, type Check } from '../../../shared/operations/checkAccount';
import { rowsIn } from '../../api/paging';
import { KINDS, type Kind } from '../../events';
import { formsOfKeys, publicKeysOf } from '../../keys';
import { proofOfWebhook } from '../../proof';
import { portalOf, webhookAt } from '../fields';
import * as output from '../outputs';
import { scoped, type PortalLook } from './portalLook';

const SCOPE = 'SalesIQ.webhooks.READ';
const PUBLISH = 'Publish a workflow with the trigger, and run the check again';

/** As SalesIQ documents it: what the node adds to it is in no answer. */
const documented = output.webhook.omit({ proof: true, key_forms: true });

/** What the trigger registers, how it is proved, and what the template for lost events reads. */
export const webhookChecks = (look: PortalLook): Check[] => [
	...KINDS.map((kind) => kindCheck(look, kind)),
	scoped(look, SCOPE, {
		name: 'Keys of a webhook',
		async look() {
			if (look.webhookId === undefined) return nothingFor('webhook', PUBLISH);
			const path = webhookAt(look.call, look.webhookId);
			return webhookFinding(rowsIn(await look.read(SCOPE, path)), ['id', 'public_keys']);
		},
	}),
	scoped(look, SCOPE, {
		name: 'Failed executions',
		async look() {
			if (look.webhookId === undefined) return nothingFor('webhook', PUBLISH);
			const path = `${webhookAt(look.call, look.webhookId)}/executions`;
			const rows = rowsIn(await look.read(SCOPE, path, { pageno: '1', limit: 50 }));
			return findingOn(rows, {
				as: output.failedExecution,
				vital: ['id'],
				use: 'Catching up on what was lost while n8n was down depends on it.',
			});
		},
	}),
];

const kindCheck = (look: PortalLook, type: Kind): Check =>
	scoped(look, SCOPE, {
		name: `Webhooks of kind ${type}`,
		async look() {
			const rows = rowsIn(await look.read(SCOPE, `${portalOf(look.call)}/webhooks`, { type }));
			look.webhookId ??= rows.map(({ id }) => textOf(id)).find((id) => id !== null) ?? undefined;
			return webhookFinding(rows, ['id', 'url', 'events']);
		},
	});

function webhookFinding(rows: readonly IDataObject[], vital: readonly string[]) {
	const unreadable = rows.filter((row) => hasKeys(row) && publicKeysOf(row).length === 0);
	const off = rows.filter(({ status }) => typeof status === 'string' && status !== 'enabled');
	return findingOn(rows, {
		as: documented,
		vital,
		use: 'The trigger registers itself here, and takes its keys from here.',
		none: PUBLISH,
		more: rows.length === 0 ? [] : [proofsOf(rows), formsIn(rows)],
		says: [
			unreadable.length > 0 ? 'a key has an unknown form' : '',
			off.length > 0 ? `${off.length} switched off` : '',
		].filter(Boolean),
		todo: off.length > 0 ? 'Switch it on under Settings > Developers > Webhooks' : undefined,
	});
}

const hasKeys = ({ public_keys: keys }: IDataObject) => Array.isArray(keys) && keys.length > 0;

const proofsOf = (rows: readonly IDataObject[]) => counted('proof', rows.map(proofOfWebhook));

const formsIn = (rows: readonly IDataObject[]) => counted('keys', rows.flatMap(formsOfKeys));

/** The different ones, each with how often there is one. */
function counted(what: string, texts: readonly string[]): string {
	const each = [...new Set(texts)].map(
		(text) => `${texts.filter((one) => one === text).length} × ${text}`,
	);
	return `${what}: ${each.join(', ') || 'none'}`;
}
