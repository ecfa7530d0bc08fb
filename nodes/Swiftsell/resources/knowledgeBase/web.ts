import type { Call } from '../../../shared/operations/call';
import { collection, longText, required, text } from '../../../shared/operations/fields';
import type { Operation } from '../../../shared/operations/operation';
import { swiftsell } from '../../api/request';
import { knowledgeBase } from '../fields';
import * as output from '../outputs';

export const addWebPages: Operation = {
	option: {
		name: 'Add Web Pages',
		value: 'addWebPages',
		action: 'Add web pages to knowledge base',
		description: 'Train on individual web pages',
	},
	fields: [
		knowledgeBase,
		{
			...longText('URLs', 'urls', 'https://example.com/help, https://example.com/faq'),
			description: 'Separated by commas or line breaks',
		},
	],
	output: output.pagesAdded,
	run: (call) =>
		swiftsell(call, {
			method: 'POST',
			path: `/v1/ai/knowledge-base/${call.segment('knowledgeBaseId')}/data-sources/webpages`,
			json: { urls: webAddresses(call, 'urls') },
		}),
};

export const addDomain: Operation = {
	option: {
		name: 'Add Domain',
		value: 'addDomain',
		action: 'Add domain to knowledge base',
		description: 'Train on all pages of a website',
	},
	fields: [
		knowledgeBase,
		required(text('URL', 'url', 'https://example.com', 'Full address at which the website begins')),
		collection([
			{
				...text('Exclude URLs', 'exclude_urls', 'https://example.com/private'),
				description: 'Sent exactly as entered: the format is not documented',
			},
			{
				...text('Refresh Frequency', 'refresh_frequency', 'weekly'),
				description: 'Sent exactly as entered: the values are not documented',
			},
		]),
	],
	output: output.domainAdded,
	run(call) {
		const [url] = webAddresses(call, 'url');
		return swiftsell(call, {
			method: 'POST',
			path: `/v1/ai/knowledge-base/${call.segment('knowledgeBaseId')}/data-sources/domain`,
			json: { url, ...call.collection('additionalFields') },
		});
	},
};

/** @throws NodeOperationError that names what is not a web address, before anything is sent */
function webAddresses({ text: read, refuse }: Call, name: string): string[] {
	const given = read(name)
		.split(/[\s,]+/)
		.filter((address) => address !== '');
	const wrong = given.find((address) => !/^https?:\/\//i.test(address) || !URL.canParse(address));
	if (given.length > 0 && wrong === undefined) return given;
	throw refuse(
		wrong === undefined ? 'There is not a web address' : `"${wrong}" is not a web address`,
		'Write it in full, such as https://example.com/help',
	);
}
