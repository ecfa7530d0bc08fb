import {
	accountResource,
	checkOption,
	checkRow,
	rowsOfChecks,
} from '../../../shared/operations/checkAccount';
import type { Operation, Resource } from '../../../shared/operations/operation';
import { CREDENTIAL } from '../../api/token';
import { apiHostOf } from '../../dataCentres';
import { portalField } from '../../whichPortal';
import { conversationChecks } from './conversations';
import { otherChecks, scopeCheck } from './others';
import { portalLook } from './portalLook';
import { structureChecks } from './structure';
import { webhookChecks } from './webhooks';

const check: Operation = {
	option: checkOption,
	fields: [portalField],
	output: checkRow,
	async run(call) {
		const look = portalLook(call);
		const credential = await call.getCredentials(CREDENTIAL, call.item).catch(() => ({}));
		return await rowsOfChecks([
			...structureChecks(look, apiHostOf(credential)),
			...webhookChecks(look),
			...conversationChecks(look),
			...otherChecks(look),
			scopeCheck(look, (credential as { scope?: unknown }).scope),
		]);
	},
};

export const account: Resource = accountResource(check);
