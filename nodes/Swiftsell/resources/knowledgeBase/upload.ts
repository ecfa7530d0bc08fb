import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../../shared/fields';
import type { Call } from '../../../shared/operations/call';
import { longText, required, text } from '../../../shared/operations/fields';
import { fileOf } from '../../../shared/operations/file';
import type { Operation } from '../../../shared/operations/operation';
import { swiftsell } from '../../api/request';
import { knowledgeBase } from '../fields';
import * as output from '../outputs';

export const addText: Operation = {
	option: {
		name: 'Add Text',
		value: 'addText',
		action: 'Add text to knowledge base',
		description: 'Train on a text; training continues in the background, see Get Training Status',
	},
	fields: [
		knowledgeBase,
		{
			...required(text('Source Name', 'sourceName', 'opening_hours')),
			description: 'Distinguishes the text from other sources; the answer comes under this name',
		},
		{
			...longText('Text', 'text', 'We are open from 9 to 5'),
			description: 'WotNot takes up to 2,500 characters',
		},
	],
	output: output.sourcesAdded,
	async run(call) {
		const form = new FormData();
		form.append(call.text('sourceName'), call.text('text'));
		return await upload(call, form);
	},
};

export const addFiles: Operation = {
	option: {
		name: 'Add Files',
		value: 'addFiles',
		action: 'Add files to knowledge base',
		description:
			'Train on files from an earlier node; training continues in the background, see Get Training Status',
	},
	fields: [
		knowledgeBase,
		{
			...required(text('Input Data Field Names', 'binaryFields', 'data')),
			default: 'data',
			description:
				'Fields of the item that hold the files, separated by commas. WotNot takes csv, xlsx, txt, pdf, doc and docx up to 5 MB.',
		},
	],
	output: output.sourcesAdded,
	async run(call) {
		const form = new FormData();
		for (const field of namesIn(call)) {
			const { blob, fileName = field } = await fileOf(call, field);
			form.append(field, blob, fileName);
		}
		return await upload(call, form);
	},
};

function namesIn({ text: read, refuse }: Call): string[] {
	const names = read('binaryFields')
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');
	if (names.length > 0) return [...new Set(names)];
	throw refuse(
		'There is no field to take a file from',
		'Enter the field of the item that holds the file, such as data',
	);
}

async function upload(call: Call, form: FormData): Promise<IDataObject> {
	const path = `/api/v1/ai/knowledge-base/${call.segment('knowledgeBaseId')}/upload/sources`;
	return sourcesIn(await swiftsell(call, { method: 'POST', path, form }));
}

/** Results come under the names of the form's fields; as a list they can be gone through. */
function sourcesIn({ ok, ...answer }: IDataObject): IDataObject {
	const lists = Object.entries(answer).filter(([, value]) => Array.isArray(value));
	const sources = lists.flatMap(([field, rows]) =>
		(rows as unknown[]).filter(isObject).map((row) => ({ ...row, field })),
	);
	const others = Object.entries(answer).filter(([, value]) => !Array.isArray(value));
	return { ...(Object.fromEntries(others) as IDataObject), sources: sources as IDataObject[], ok };
}
