import type { IDataObject } from 'n8n-workflow';
import type { Call } from '../../../shared/operations/call';
import type { Check, Finding } from '../../../shared/operations/checkAccount';
import { REPORT } from '../../../shared/operations/trouble';
import { whyNotAsked, type Api } from '../../api/choice';
import { rest, rowsIn } from '../../api/restRequest';

/** What the checks share: where they ask, and what they found for the next one. */
export interface Look {
	call: Call;
	/** A visitor of the REST API, and conversations by UUID. */
	visitor?: IDataObject;
	histories: IDataObject[];
	projectIds: number[];
	conversationId?: string;
	legacyId?: string;
}

export const REST = 'REST key';
export const GRAPHQL = 'GraphQL login';

/** Why an API is not asked that the user has no credential for, or has left out. */
function notWanted({ call }: Look, api: Api): Finding | undefined {
	const why = whyNotAsked(call, api);
	return why === undefined
		? undefined
		: {
				result: 'not there',
				seen: 'nothing was asked',
				means: why,
				todo: 'Nothing, if the other API is enough for you; otherwise choose the credential and set API to GraphQL and REST',
			};
}

interface Asked {
	name: string;
	look: () => Promise<Finding>;
}

/** A check that needs the login of its API, unless it is the one that shows it. */
const checkAt = (look: Look, api: Api, login: string, { name, look: ask }: Asked): Check => ({
	name,
	needs: name === login ? undefined : login,
	look: async () => notWanted(look, api) ?? (await ask()),
});

export const restCheck = (look: Look, asked: Asked): Check => checkAt(look, 'rest', REST, asked);

export const graphQlCheck = (look: Look, asked: Asked): Check => ({
	...checkAt(look, 'graphQl', GRAPHQL, asked),
	explain: explainGraphQl,
});

const NO_FIELD = /Cannot query field ["'`]?(\w{1,60})["'`]? on type ["'`]?(\w{1,60})/gi;
const NO_ARGUMENT = /Unknown argument ["'`]?(\w{1,60})["'`]? on field ["'`]?([\w.]{1,120})/gi;

/** From iAdvize's text, only the names of its own schema: the rest may repeat what was asked. */
function explainGraphQl(error: unknown) {
	const { message = '' } = error as { message?: string };
	const lacks = [
		...[...message.matchAll(NO_FIELD)].map(([, field, type]) => `${type}.${field}`),
		...[...message.matchAll(NO_ARGUMENT)].map(([, name, field]) => `${field}(${name})`),
	];
	if (lacks.length === 0) return undefined;
	const seen = `the schema lacks ${[...new Set(lacks)].join(', ')}`;
	return {
		result: 'refused' as const,
		seen,
		means: 'The account has a different schema',
		todo: REPORT,
	};
}

export async function restRows(
	{ call }: Look,
	path: string,
	query: IDataObject = {},
): Promise<IDataObject[]> {
	return rowsIn(await rest(call, { path, query: { full: 1, limit: 20, ...query } }));
}
