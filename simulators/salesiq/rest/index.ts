import type { FastifyInstance } from 'fastify';
import { SalesIqError } from '../errors';
import { executionRoutes } from '../webhook/executions';
import { webhookPartRoutes } from '../webhook/parts';
import { webhookRoutes } from '../webhook/resource';
import type { World } from '../world';
import { articleRoutes } from './articles';
import { blockedIpRoutes } from './blockedIps';
import { conversationRoutes } from './conversations';
import { departmentRoutes } from './departments';
import { feedbackRoutes } from './feedbacks';
import { handlingRoutes } from './handling';
import { messageRoutes } from './messages';
import { operatorRoutes } from './operators';
import { appRoutes, portalRoutes } from './portals';
import { handlerOf, serveRoutes } from './route';
import { tagRoutes } from './tags';
import { visitorV1Routes, visitorV3Routes } from './visitors';
import { leaveMessageRoutes, visitorSideRoutes } from './visitorSide';

/** Serves the REST API (contract §5.5 and §5.6); whatever is not in its tables is error 1006. */
export function serveRest(app: FastifyInstance, world: World): void {
	serveRoutes(app, world, '/api/v2', portalRoutes);
	serveRoutes(app, world, '/api/v2/:screenName', [
		...webhookRoutes,
		...webhookPartRoutes,
		...executionRoutes,
		...appRoutes,
		...conversationRoutes,
		...messageRoutes,
		...handlingRoutes,
		...feedbackRoutes,
		...operatorRoutes,
		...departmentRoutes,
		...tagRoutes,
		...blockedIpRoutes,
		...articleRoutes,
	]);
	serveRoutes(app, world, '/api/v3/:screenName', visitorV3Routes);
	serveRoutes(app, world, '/api/v1/:screenName', visitorV1Routes);
	serveRoutes(app, world, '/api/visitor/v1/:screenName', visitorSideRoutes);
	serveRoutes(app, world, '/visitor/v2/:screenName', leaveMessageRoutes);
	app.setNotFoundHandler(
		handlerOf(world, () => {
			throw new SalesIqError(1006);
		}),
	);
}
