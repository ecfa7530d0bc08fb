import type { INodeProperties } from 'n8n-workflow';

/** Fields of both triggers. */

export const output: INodeProperties = {
	displayName: 'Output',
	name: 'output',
	type: 'options',
	default: 'unified',
	options: [
		{
			name: 'Unified',
			value: 'unified',
			description: 'The same fields for every vendor, and what AmplifyReach sent as payload',
		},
		{
			name: 'Vendor Payload',
			value: 'payload',
			description: 'What AmplifyReach sent, and deliveryId',
		},
	],
};

export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Allow Local Address',
			name: 'allowLocalAddress',
			type: 'boolean',
			default: false,
			description:
				'Whether to activate at an address that AmplifyReach cannot reach, to try things out on your own machine',
		},
		{
			displayName: 'Include Delivery Headers',
			name: 'includeHeaders',
			type: 'boolean',
			default: false,
			description: 'Whether to add content type and user agent of the call, as deliveryHeaders',
		},
	],
};
