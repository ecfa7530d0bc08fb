import type { FastifyInstance } from 'fastify';
import type { World } from '../world';
import { triggerCampaign } from './campaigns';
import { lists } from './lists';
import { login } from './login';
import { sendEmail, sendWhatsAppText } from './otherChannels';
import { serveRoutes } from './route';
import { sendSms } from './sms';

/** Serves what is known of the API (contract §5); any other path is a 404. */
export function serveRest(app: FastifyInstance, world: World): void {
	const routes = [login, triggerCampaign, sendSms, sendEmail, sendWhatsAppText, ...lists];
	serveRoutes(app, world, routes);
}
