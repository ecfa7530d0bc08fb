import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { textsIn, type Call } from '../../../shared/operations/call';
import { flag, oneOf, text } from '../../../shared/operations/fields';
import { groupId, skillList, websiteList } from '../filterFields';

const slots: INodeProperties = {
	displayName: 'Maximum Number of Chats',
	name: 'chat_max_number',
	type: 'number',
	default: 3,
};

const priority = (displayName: string, name: string) =>
	oneOf(displayName, name, [
		['Normal', 0],
		['High', 10],
	]);

/** Fields of an operator that can be written. Their names are the vendor's. */
export const operatorSettings: INodeProperties[] = [
	flag('Call Enabled', 'call_enabled', 'the operator takes calls'),
	priority('Call Priority', 'call_priority'),
	flag('Chat and Call', 'chat_and_call', 'the operator may chat during a call'),
	flag('Chat Enabled', 'chat_enabled', 'the operator takes chats'),
	priority('Chat Priority', 'chat_priority'),
	flag('Chat to Video', 'chat_to_video', 'a chat may become a video call'),
	text('External ID', 'external_id', 'E-1024'),
	text('First Name', 'first_name', 'Ada'),
	groupId,
	oneOf('Administration Language', 'language_admin', [
		['English', 'en'],
		['French', 'fr'],
		['German', 'de'],
		['Spanish', 'es'],
	]),
	text('Languages', 'language_list', 'en, fr'),
	slots,
	websiteList,
	text('Phone Number for Calls', 'phone_number', '+33100000000'),
	text('Pseudonym', 'pseudo', 'Ada from the shop'),
	{
		displayName: 'Roles',
		name: 'roles',
		type: 'multiOptions',
		default: ['operator'],
		options: [
			{ name: 'Admin', value: 'admin' },
			{ name: 'Expert', value: 'expert' },
			{ name: 'Manager', value: 'manager' },
			{ name: 'Operator', value: 'operator' },
		],
	},
	skillList,
	flag('Video Enabled', 'video_enabled', 'the operator takes video calls'),
	priority('Video Priority', 'video_priority'),
	{
		displayName: 'Where Calls Are Answered',
		name: 'call_config',
		type: 'options',
		default: 'ANSWER_FROM_DESK',
		options: [
			{ name: 'At the Desk', value: 'ANSWER_FROM_DESK' },
			{
				name: 'By Phone',
				value: 'ANSWER_FROM_PHONE',
				description: 'Without a phone number, operators are asked for one each time they connect',
			},
		],
	},
];

/** The fields of a collection as iAdvize expects them in a form. */
export function operatorForm(call: Call): IDataObject {
	const {
		call_config: type,
		phone_number: phone,
		language_list: languages,
		...fields
	} = call.collection('additionalFields');
	return {
		...fields,
		language_list: languages === undefined ? undefined : textsIn(languages),
		call_config: type === undefined ? undefined : { type, ...numberFor(type, phone) },
	};
}

/** Answering by phone needs a number, or that it is asked for. */
const numberFor = (type: unknown, phone: unknown): IDataObject =>
	phone === undefined
		? { ask_phone_number_at_every_connection: type === 'ANSWER_FROM_PHONE' }
		: { phone_number: phone as string };
