import path from 'node:path';
import type { INodeParameters } from 'n8n-workflow';
import { ofEachVendor } from '../../../scripts/vendors';
import { token, type Door } from '../../support/ownToken';
import type { Pack } from '../../support/pack';
import type { Call, Setting } from '../../support/run';

export { previousToken, token, type Door } from '../../support/ownToken';

/** Every trigger with a token of one's own. */
export const doors: readonly Door[] = ofEachVendor<{ doors?: readonly Door[] }>(
	path.join(__dirname, '../../support/vendors'),
).flatMap((one) => one.doors ?? []);

/** A trigger that hears all events. */
export const settingOf = (
	pack: Pack,
	door: Door,
	parameters: INodeParameters = {},
	credential: object = {},
): Setting => ({
	pack,
	node: door.node,
	parameters: { ...door.parameters, ...parameters },
	credentials: { [door.credential.type]: { token, ...credential } },
});

/** A call with what it brings, the right token unless given. */
export const callOf = (
	{ bringing, path }: Door,
	body: Buffer | string,
	brought: Partial<Call> = bringing(token),
): Call => ({
	...brought,
	rawBody: Buffer.from(body),
	headers: { 'content-type': 'application/json', ...brought.headers },
	...(path !== undefined && { path }),
});
