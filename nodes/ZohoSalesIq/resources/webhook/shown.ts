import type { IDataObject } from 'n8n-workflow';
import { textOf } from '../../../shared/fields';
import { formsOfKeys } from '../../keys';
import { proofOfWebhook } from '../../proof';
import { withoutToken } from '../../registration/address';

/** A webhook with what proves its calls, and without the token that its address may contain. */
export function shown(webhook: IDataObject): IDataObject {
	const url = withoutToken(textOf(webhook.url) ?? '');
	return { ...webhook, url, proof: proofOfWebhook(webhook), key_forms: formsOfKeys(webhook) };
}
