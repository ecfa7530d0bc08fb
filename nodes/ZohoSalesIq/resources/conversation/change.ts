import type { IDataObject } from 'n8n-workflow';
import { listOf, partOf, textOf } from '../../../shared/fields';
import { withoutEmpty, type Call } from '../../../shared/operations/call';
import { flagOn, required, text } from '../../../shared/operations/fields';
import type { Operation } from '../../../shared/operations/operation';
import { rowsIn } from '../../api/paging';
import { salesIq } from '../../api/request';
import { portalField } from '../../whichPortal';
import { conversationAt, conversationId, department, doneOf, operator } from '../fields';
import * as output from '../outputs';

/** A change by PUT; the method is not documented for all, so POST is tried if PUT is wrong. */
async function change(call: Call, what: string, json?: IDataObject): Promise<IDataObject[]> {
	const path = `${conversationAt(call)}/${what}`;
	return doneOf(await salesIq(call, { method: 'PUT', otherMethod: 'POST', path, json }));
}

export const close: Operation = {
	option: {
		name: 'Close',
		value: 'close',
		action: 'Close conversation',
		description: 'End a conversation',
	},
	fields: [portalField, conversationId],
	output: output.done,
	run: (call) => change(call, 'close'),
};

export const pickUp: Operation = {
	option: {
		name: 'Pick Up',
		value: 'pickUp',
		action: 'Pick up conversation',
		description: 'Take a waiting conversation as the connected user',
	},
	fields: [portalField, conversationId],
	output: output.done,
	run: (call) => change(call, 'pickup'),
};

export const transfer: Operation = {
	option: {
		name: 'Transfer',
		value: 'transfer',
		action: 'Transfer conversation',
		description: 'Hand a conversation over; without an operator, to anyone in the department',
	},
	fields: [
		portalField,
		conversationId,
		required(department),
		operator,
		{
			...text('Note', 'note', 'Asks for a refund', 'What the next operator should know'),
			typeOptions: { rows: 2 },
		},
	],
	output: output.done,
	run: (call) =>
		change(
			call,
			'transfer',
			withoutEmpty({
				department_id: call.text('department_id'),
				operator_id: call.text('operator_id'),
				note: call.text('note'),
			}),
		),
};

export const setTags: Operation = {
	option: {
		name: 'Set Tags',
		value: 'setTags',
		action: 'Set tags of conversation',
		description:
			'Tag a conversation. Whether SalesIQ adds or replaces is not documented: Keep Current Tags sends both.',
	},
	fields: [
		portalField,
		conversationId,
		{
			...required(text('Tag IDs', 'tagIds', '54000000002009')),
			description: 'Separate several with commas; Tag: Create returns them',
		},
		flagOn('Keep Current Tags', 'keep', 'to look up the current tags first and send them as well'),
	],
	output: output.done,
	async run(call) {
		const present = call.flag('keep') ? await tagsOf(call) : [];
		return await change(call, 'tags', { ids: [...new Set([...present, ...call.list('tagIds')])] });
	},
};

async function tagsOf(call: Call): Promise<string[]> {
	const [conversation] = rowsIn(await salesIq(call, { path: conversationAt(call) }));
	return listOf(conversation?.tags).flatMap((tag) => textOf(partOf(tag).id) ?? []);
}
