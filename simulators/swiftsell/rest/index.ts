import type { FastifyInstance } from 'fastify';
import type { World } from '../world';
import { listBots } from './bots';
import { triggerCampaign } from './campaign';
import { conversationRoutes } from './conversation';
import { knowledgeBaseRoutes } from './knowledgeBase';
import { serveRoutes } from './route';
import { sourceRoutes } from './sources';
import { startConversation } from './startConversation';

/** Serves what is known of the API (contract §5); any other path is a 404. */
export function serveRest(app: FastifyInstance, world: World): void {
	serveRoutes(app, world, [
		triggerCampaign,
		listBots,
		...startConversation,
		...conversationRoutes,
		...knowledgeBaseRoutes,
		...sourceRoutes,
	]);
}
