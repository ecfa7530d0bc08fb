import type { FastifyInstance } from 'fastify';
import type { ExecutionResult } from 'graphql';
import { graphql, GraphQLError } from 'graphql';
import { bodyText } from '../../shared/http';
import { hasValidToken, refuseToken } from '../oauth';
import type { World } from '../world';
import type { GraphqlContext } from './context';
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
		const result: ExecutionResult =
			sent === undefined
				? { errors: [new GraphQLError('The body must be JSON with a query.')] }
				: await graphql({
						schema: createSchema({
							hasChatbotPreview: (request.headers.accept ?? '').includes(CHATBOT_PREVIEW),
							newestVisitorFieldsOnly: world.settings.newestVisitorFieldsOnly,
						}),
						source: sent.query,
						variableValues: sent.variables,
						operationName: sent.operationName,
						rootValue,
						contextValue,
					});
		return reply.code(result.errors ? world.settings.graphqlFailureStatus : 200).send(result);
	});
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
