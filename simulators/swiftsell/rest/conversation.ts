import type { Conversation } from '../account/model';
import { badRequest, SwiftsellError } from '../errors';
import type { World } from '../world';
import { checkAccount } from './bots';
import { event, message, variables } from './conversationBodies';
import type { Call, Route } from './route';
import { readBody } from './route';

/** A message by an agent, or by the visitor of the API channel. */
const sendMessage: Route = {
	method: 'POST',
	path: '/api/v1/conversation/:conversation/messages',
	answer: (call, world) => {
		const conversation = find(call, world);
		conversation.messages.push(readBody(call, message));
		return world.settings.undocumentedAnswer;
	},
};

/** Close, assign to an agent, assign to a team: one path for all. */
const changeState: Route = {
	method: 'POST',
	path: '/api/v1/conversation/:conversation/events',
	answer: (call, world) => {
		const conversation = find(call, world);
		const body = readBody(call, event);
		const { eventTypeKey, undocumentedAnswer } = world.settings;
		if (eventTypeKey !== '' && !(eventTypeKey in body)) throw badRequest(`No '${eventTypeKey}'`);
		const assignee = body.team?.to ?? body.user?.to;
		if (assignee === undefined) conversation.isClosed = true;
		else conversation.assignee = assignee;
		return undocumentedAnswer;
	},
};

const updateVariables: Route = {
	method: 'POST',
	path: '/v1/accounts/:accountId/conversations/:conversation/variables',
	answer: (call, world) => {
		checkAccount(call, world);
		const conversation = find(call, world);
		for (const { name, value } of readBody(call, variables).variables) {
			conversation.variables[name] = value;
		}
		return world.settings.undocumentedAnswer;
	},
};

export const conversationRoutes = [sendMessage, changeState, updateVariables];

function find({ params }: Call, { account, settings }: World): Conversation {
	const wanted = params.conversation;
	const found = account.conversations.find(({ key, externalKey, id }) => {
		const names = { key, externalKey, id: String(id) };
		const { conversationReference: reference } = settings;
		return reference === 'any'
			? Object.values(names).some((name) => name === wanted)
			: names[reference] === wanted;
	});
	if (!found) throw new SwiftsellError('CONVERSATION_NOT_FOUND');
	return found;
}
