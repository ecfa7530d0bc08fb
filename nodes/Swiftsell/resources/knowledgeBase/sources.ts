import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import { isObject, listOf } from '../../../shared/fields';
import type { Call } from '../../../shared/operations/call';
import { required, text } from '../../../shared/operations/fields';
import type { Operation } from '../../../shared/operations/operation';
import { swiftsell } from '../../api/request';
import { knowledgeBase } from '../fields';
import { observed, withAdditions } from '../operation';
import * as output from '../outputs';

const sourceIds = required({
	...text('Source IDs', 'sourceIds', '1, 2'),
	default: '={{ $json.sources?.map((source) => source.id).join(",") }}',
	description: 'As Add Text and Add Files return them, separated by commas',
});

export const getTrainingStatus: Operation = {
	option: {
		name: 'Get Training Status',
		value: 'getTrainingStatus',
		action: 'Get training status of sources',
		description: 'Check the training of sources: in-progress, completed or failed',
	},
	fields: [sourceIds],
	output: output.sourceStatus,
	async run(call) {
		const query = { source_ids: idsIn(call).join(',') };
		const { sources } = await swiftsell(call, { path: '/api/v1/ai/status/sources', query });
		return listOf(sources).filter(isObject) as IDataObject[];
	},
};

export const deleteSources = observed({
	option: {
		name: 'Delete Sources',
		value: 'deleteSources',
		action: 'Delete sources of knowledge base',
		description: 'Delete sources for good',
	},
	fields: [knowledgeBase, sourceIds],
	output: z.object({ deleted: z.literal(true) }),
	async run(call) {
		// Plural here, singular in the other paths.
		const path = `/v1/ai/knowledge-bases/${call.segment('knowledgeBaseId')}/data-sources`;
		const json = withAdditions(call, { data_sources: idsIn(call).map(Number) });
		await swiftsell(call, { method: 'DELETE', path, json });
		return { deleted: true };
	},
});

function idsIn({ list, refuse }: Call): string[] {
	const ids = list('sourceIds');
	if (ids.length > 0 && ids.every((id) => /^\d{1,15}$/.test(id))) return ids;
	throw refuse(
		'There is no source ID, or one is not a number',
		'Enter whole numbers separated by commas, such as 1, 2',
	);
}
