import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { groupId, websiteList } from '../filterFields';

const flag = (displayName: string, name: string, what: string): INodeProperties => ({
	displayName,
	name,
	type: 'boolean',
	default: false,
	description: `Whether ${what}`,
});

const slots: INodeProperties = {
	displayName: 'Maximum Number of Chats',
	name: 'chat_max_number',
	type: 'number',
	default: 3,
};

const priority = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'options',
	default: 0,
	options: [
		{ name: 'Normal', value: 0 },
		{ name: 'High', value: 10 },
	],
});

const text = (displayName: string, name: string, placeholder: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder,
});

/** Fields of an operator that can be written. Their names are the vendor's. */
export const operatorSettings: INodeProperties[] = [
	flag('Call Enabled', 'call_enabled', 'the operator takes calls'),
	priority('Call Priority', 'call_priority'),
	flag('Chat and Call', 'chat_and_call', 'the operator may chat during a call'),
	flag('Chat Enabled', 'chat_enabled', 'the operator takes chats'),
	priority('Chat Priority', 'chat_priority'),
	flag('Chat to Video', 'chat_to_video', 'a chat may become a video call'),
	text('External ID', 'external_id', 'e.g. E-1024'),
	text('First Name', 'first_name', 'e.g. Ada'),
	groupId,
	{
		displayName: 'Language of Administration',
		name: 'language_admin',
		type: 'options',
		default: 'en',
		options: [
			{ name: 'English', value: 'en' },
			{ name: 'French', value: 'fr' },
			{ name: 'German', value: 'de' },
			{ name: 'Spanish', value: 'es' },
		],
	},
	text('Languages', 'language_list', 'e.g. en, fr'),
	slots,
	websiteList,
	text('Phone Number for Calls', 'phone_number', 'e.g. +33100000000'),
	text('Pseudonym', 'pseudo', 'e.g. Ada from the shop'),
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
	{
		displayName: 'Skill Names or IDs',
		name: 'skill_list',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getSkills' },
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
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
				description: 'Without a phone number it is asked for at every connection',
			},
		],
	},
];

export const additionalFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: operatorSettings,
};

/** The filled-in fields as iAdvize wants them in a form. */
export function operatorForm(context: IExecuteFunctions, item: number): IDataObject {
	const {
		call_config: type,
		phone_number: phone,
		language_list,
		...fields
	} = context.getNodeParameter('additionalFields', item, {});
	return {
		...fields,
		...(typeof language_list === 'string' && { language_list: language_list.split(/[\s,;]+/) }),
		...(type !== undefined && {
			call_config: {
				type,
				// Answering by phone needs a number, or that it is asked for.
				...(phone
					? { phone_number: phone }
					: { ask_phone_number_at_every_connection: type === 'ANSWER_FROM_PHONE' }),
			},
		}),
	};
}
