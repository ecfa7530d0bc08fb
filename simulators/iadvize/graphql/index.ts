import type { FastifyInstance } from 'fastify';
import type { ExecutionResult } from 'graphql';
import { graphql, GraphQLError } from 'graphql';
import { bodyText } from '../../shared/http';
import { hasValidToken, refuseToken } from '../oauth';
import type { Settings } from '../settings';
import type { World } from '../world';
import type { GraphqlContext } from './context';
import { differ } from './differing';
import { createRoot } from './root';
import { CHATBOT_PREVIEW, createSchema } from './schema';

interface GraphqlRequest {
	readonly query: string;
	readonly variables?: Record<string, unknown> | null;
	readonly operationName?: string | null;
}

/** Serves `POST /graphql` (contract §6); `?platform=sd` reaches the same account. */
export function serveGraphql(app: FastifyInstance, world: World): void {
	const rootValue = createRoot(world);
	app.post('/graphql', async (request, reply) => {
		if (!hasValidToken(world, request)) return refuseToken(world, reply);
		const sent = readRequest(request.headers['content-type'], bodyText(request));
		const contextValue: GraphqlContext = { isAvailabilityAsked: false };
		const refusal = refusalOf(sent, world.settings);
		const result: ExecutionResult =
			sent === undefined || refusal !== undefined
				? { errors: [new GraphQLError(refusal ?? '')] }
				: await graphql({
						schema: differ(
							createSchema({
								hasChatbotPreview: (request.headers.accept ?? '').includes(CHATBOT_PREVIEW),
								newestVisitorFieldsOnly: world.settings.newestVisitorFieldsOnly,
							}),
							world.settings,
						),
						source: sent.query,
						variableValues: sent.variables,
						operationName: sent.operationName,
						rootValue,
						contextValue,
					});
		return reply.code(result.errors ? world.settings.graphqlFailureStatus : 200).send(result);
	});
}

function refusalOf(sent: GraphqlRequest | undefined, settings: Settings): string | undefined {
	if (sent === undefined) return 'The body must be JSON with a query.';
	const isOnSchema = /\b__(schema|type)\b/.test(sent.query);
	if (isOnSchema && !settings.graphqlIntrospection) return 'GraphQL introspection is not allowed.';
	return settings.graphqlRefusal ?? undefined;
}

function readRequest(contentType: string | undefined, text: string): GraphqlRequest | undefined {
	if (!/^application\/json\b/i.test(contentType ?? '')) return undefined;
	try {
		const value: unknown = JSON.parse(text);
		return isGraphqlRequest(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

function isGraphqlRequest(value: unknown): value is GraphqlRequest {
	if (typeof value !== 'object' || value === null) return false;
	const { query, variables, operationName } = value as Record<string, unknown>;
	return (
		typeof query === 'string' &&
		(variables == null || typeof variables === 'object') &&
		(operationName == null || typeof operationName === 'string')
	);
}
