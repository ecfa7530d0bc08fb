import type { Attender, Conversation } from '../account/conversations';
import type { Operator } from '../account/model';
import { attender } from '../account/rows';
import { SalesIqError } from '../errors';
import type { World } from '../world';
import { optionalText, readJson, textIn } from './body';
import { conversationAnswer, findConversation } from './conversations';
import type { Answer, Call, Route } from './route';

/** Pick up, transfer, close (contract §5.6; that the method is PUT is assumed for two of them). */
export const handlingRoutes: readonly Route[] = [
	{
		method: 'PUT',
		path: '/conversations/:id/pickup',
		scope: 'conversations.UPDATE',
		answer: (call, world) => {
			const conversation = findConversation(call, world);
			const { account } = world;
			const me = account.operators.find(({ id }) => id === account.operatorId);
			if (!me) throw new SalesIqError(1020);
			hand(conversation, asAttender(me), world);
			return conversationAnswer(conversation);
		},
	},
	{
		method: 'PUT',
		path: '/conversations/:id/transfer',
		scope: 'conversations.UPDATE',
		answer: transfer,
	},
	{
		method: 'PUT',
		path: '/conversations/:id/close',
		scope: 'conversations.UPDATE',
		answer: (call, world) => {
			const conversation = findConversation(call, world);
			conversation.state = 'closed';
			conversation.end_time ??= world.nowText();
			conversation.last_modified_time = world.nowText();
			return conversationAnswer(conversation);
		},
	},
];

/** To the operator, or to any available one of the department. */
function transfer(call: Call, world: World): Answer {
	const conversation = findConversation(call, world);
	const body = readJson(call);
	const departmentId = textIn(body, 'department_id');
	const operatorId = optionalText(body, 'operator_id');
	optionalText(body, 'note');
	const { departments, operators } = world.account;
	const department = departments.find(({ id }) => id === departmentId);
	if (!department) throw new SalesIqError(1025, { json_key: 'department_id' });
	const operator = operators.find((one) =>
		operatorId === undefined
			? one.departments.includes(departmentId) && one.status_code === '1'
			: one.id === operatorId,
	);
	if (!operator) throw new SalesIqError(1020, { json_key: 'operator_id' });
	conversation.department = { id: department.id, name: department.name };
	hand(conversation, asAttender(operator), world);
	return { undocumented: 'conversations' };
}

function hand(conversation: Conversation, to: Attender, world: World): void {
	conversation.state = 'connected';
	conversation.owner ??= to;
	conversation.attender = to;
	conversation.attended_time ??= world.nowText();
	conversation.last_modified_time = world.nowText();
}

function asAttender({ id, email_id, first_name, last_name }: Operator): Attender {
	return attender(id, `${String(first_name)} ${String(last_name)}`, email_id);
}
