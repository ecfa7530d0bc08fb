import { CREDENTIAL_BLANKING_VALUE } from 'n8n-workflow';
import { z } from 'zod';
import { dataTables } from './dataTables';
import { executions } from './executions';
import { nodeTypes } from './nodeTypes';
import { restClient } from './restClient';
import { workflows } from './workflows';

const credential = z.object({ id: z.string(), name: z.string(), type: z.string() });

const option = z.object({ name: z.string(), value: z.unknown() }).passthrough();

export type StoredCredential = z.output<typeof credential>;

export interface CredentialDraft {
	readonly name: string;
	readonly type: string;
	readonly data: Readonly<Record<string, unknown>>;
	/** Whether the vendor's consent page has to be accepted, too. */
	readonly isOAuth2?: true;
}

/** A pick list as the editor asks for it: which node, which parameter, which method fills it. */
export interface PickList {
	readonly nodeType: string;
	readonly version: number;
	readonly methodName: string;
	/** Path of the parameter, such as `projectId`. */
	readonly path?: string;
	/** What the node is set to so far. */
	readonly parameters?: Readonly<Record<string, unknown>>;
	readonly credentials?: Readonly<Record<string, { readonly id: string; readonly name: string }>>;
}

export type Rest = ReturnType<typeof rest>;

/** n8n's own REST API, with types; call `signIn` first. */
export function rest(url: string) {
	const client = restClient(url);
	const { call } = client;
	const types = nodeTypes(client);

	const listCredentials = async (): Promise<StoredCredential[]> =>
		(await call('GET', '/rest/credentials', z.object({ data: z.array(credential) }))).data;

	// What the editor's form holds: secrets are blanked out, and n8n puts them back in for a test.
	const redactedData = async ({ id }: StoredCredential) => {
		const answer = z.object({ data: z.object({ data: z.record(z.unknown()) }) });
		const { data } = (await call('GET', `/rest/credentials/${id}?includeData=true`, answer)).data;
		// Of an OAuth2 token the form knows only that there is one.
		return data.oauthTokenData === true
			? { ...data, oauthTokenData: CREDENTIAL_BLANKING_VALUE }
			: data;
	};

	return {
		...client,
		get cookie() {
			return client.cookie;
		},
		workflows: workflows(client, types),
		executions: executions(client),
		dataTables: dataTables(client),

		credentials: {
			list: listCredentials,

			/** Creates the credential, or gives the one of the same name and type the new data. */
			async save(draft: CredentialDraft): Promise<StoredCredential> {
				const { name, type, data } = draft;
				const known = (await listCredentials()).find((c) => c.name === name && c.type === type);
				const [method, path] =
					known === undefined
						? (['POST', '/rest/credentials'] as const)
						: (['PATCH', `/rest/credentials/${known.id}`] as const);
				return (await call(method, path, z.object({ data: credential }), { name, type, data }))
					.data;
			},

			async remove({ id }: StoredCredential): Promise<void> {
				await call('DELETE', `/rest/credentials/${id}`, z.unknown());
			},

			/** What the test button of a stored credential says; `data` tries other values instead. */
			async test(stored: StoredCredential, data?: CredentialDraft['data']) {
				const outcome = z.object({ data: z.object({ status: z.string(), message: z.string() }) });
				const credentials = { ...stored, data: data ?? (await redactedData(stored)) };
				return (await call('POST', '/rest/credentials/test', outcome, { credentials })).data;
			},
		},

		nodeTypes: types.get,
		forgetNodeTypes: types.forget,

		/** Entries of a drop-down list that a `loadOptions` method fills. */
		async options(list: PickList) {
			const answer = z.object({ data: z.array(option) });
			return (await call('POST', `${DYNAMIC}/options`, answer, asked(list))).data;
		},

		/** One page of a searchable list that a `listSearch` method fills. */
		async listSearch(list: PickList & { filter?: string; paginationToken?: string }) {
			const page = z.object({ results: z.array(option), paginationToken: z.unknown() });
			const body = {
				...asked(list),
				...(list.filter === undefined ? {} : { filter: list.filter }),
				...(list.paginationToken === undefined ? {} : { paginationToken: list.paginationToken }),
			};
			const answer = z.object({ data: page });
			return (await call('POST', `${DYNAMIC}/resource-locator-results`, answer, body)).data;
		},
	};
}

const DYNAMIC = '/rest/dynamic-node-parameters';

const asked = (list: PickList) => ({
	path: list.path ?? '',
	methodName: list.methodName,
	nodeTypeAndVersion: { name: list.nodeType, version: list.version },
	currentNodeParameters: list.parameters ?? {},
	...(list.credentials === undefined ? {} : { credentials: list.credentials }),
});
