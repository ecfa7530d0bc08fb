import type { INodeProperties } from 'n8n-workflow';
import type { Call } from '../../shared/operations/call';

export type Api = 'graphQl' | 'rest';

export const credentials: Readonly<Record<Api, { name: string; label: string }>> = {
	graphQl: { name: 'iadvizeGraphQlApi', label: 'iAdvize GraphQL API' },
	rest: { name: 'iadvizeRestApi', label: 'iAdvize REST API' },
};

const otherOnly: Readonly<Record<Api, { value: Api; name: string }>> = {
	graphQl: { value: 'rest', name: 'REST Only' },
	rest: { value: 'graphQl', name: 'GraphQL Only' },
};

/** For an operation where one API stands in for the other; each asks for a credential. */
export const apiField: INodeProperties = {
	displayName: 'API',
	name: 'api',
	type: 'options',
	options: [
		{ name: 'GraphQL and REST', value: 'both' },
		{ name: 'GraphQL Only', value: 'graphQl' },
		{ name: 'REST Only', value: 'rest' },
	],
	default: 'both',
	description:
		'Which of the two to ask, in case you have only one of the credentials. With both, one steps in where the other fails.',
};

/**
 * Why an API must not be asked for what an event names: on the other platform the same ID belongs
 * to someone else. Undefined if it may be asked.
 */
export async function whyOtherPlatform(
	call: Call,
	api: Api,
	platformOfEvent: string | null,
): Promise<string | undefined> {
	const theirs = platformOfEvent?.toLowerCase() ?? '';
	if (!['ha', 'sd'].includes(theirs)) return undefined;
	// A credential that cannot be read says so when it is used.
	const credential = await call.getCredentials(credentials[api].name).catch(() => undefined);
	const own = credential?.platform === 'sd' ? 'sd' : 'ha';
	if (credential === undefined || own === theirs) return undefined;
	return `Not asked: the event is from platform ${theirs}, the credential is for ${own}`;
}

/** Why an API cannot be asked; undefined where it can. */
export function whyNotAsked(call: Call, api: Api): string | undefined {
	const { value, name } = otherOnly[api];
	if (call.text('api') === value) return `Not asked: API is set to ${name}`;
	const { name: type, label } = credentials[api];
	const isChosen = call.getNode().credentials?.[type] !== undefined;
	return isChosen ? undefined : `Not asked: no credential ${label} is chosen`;
}
