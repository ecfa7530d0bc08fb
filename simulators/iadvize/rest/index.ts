import type { FastifyInstance } from 'fastify';
import type { World } from '../world';
import { hasApiKey } from './auth';
import { conversationResource } from './conversation';
import { refuse, RestFailure } from './envelope';
import { operatorResource } from './operator';
import { serveOperatorLive } from './operatorLive';
import { serveOperatorWrite } from './operatorWrite';
import { callMeetingResource, satisfactionResource, transactionResource } from './records';
import { serveResource } from './resource';
import { serveStatistic } from './statistic';
import {
	clientResource,
	groupResource,
	skillResource,
	tagResource,
	websiteResource,
} from './structure';
import { visitorResource } from './visitor';

/** Serves REST v2 below `/api/2` (contract §5); whatever is not in its table is 404. */
export function serveRest(app: FastifyInstance, world: World): void {
	void app.register(
		(rest, _options, done) => {
			rest.addHook('preHandler', async (request, reply) => {
				if (!world.settings.restRefusal && hasApiKey(request, world.access.apiKey)) return;
				return refuse(world, reply, new RestFailure('error', 'Forbidden'));
			});
			serveOperatorLive(rest, world);
			serveOperatorWrite(rest, world);
			serveStatistic(rest, world);
			serveResource(rest, world, visitorResource);
			serveResource(rest, world, operatorResource);
			serveResource(rest, world, groupResource);
			serveResource(rest, world, skillResource);
			serveResource(rest, world, transactionResource);
			serveResource(rest, world, callMeetingResource);
			serveResource(rest, world, clientResource);
			serveResource(rest, world, websiteResource);
			serveResource(rest, world, tagResource);
			serveResource(rest, world, satisfactionResource);
			serveResource(rest, world, conversationResource);
			done();
		},
		{ prefix: '/api/2' },
	);
}
