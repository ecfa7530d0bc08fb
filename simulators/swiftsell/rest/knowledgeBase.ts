import { z } from 'zod';
import type { KnowledgeBase } from '../account/model';
import { SwiftsellError } from '../errors';
import { stampOf } from '../time';
import type { World } from '../world';
import { pageOf } from './paging';
import type { Call, Route } from './route';
import { readBody } from './route';
import { printSource, statusOf } from './sourceRows';

const feature = 'knowledge-base';

const create: Route = {
	method: 'POST',
	path: '/v1/ai/knowledge-base',
	feature,
	answer: (call, { account, settings, nextId }) => {
		const { name } = readBody(call, z.object({ name: z.string().min(1) }));
		if (account.knowledgeBases.length >= settings.maxKnowledgeBases) {
			throw new SwiftsellError('MAX_KNOWLEDGE_BASE_COUNT_EXCEEDED');
		}
		const id = nextId();
		account.knowledgeBases.push({ id, name });
		return {
			ok: true,
			id,
			message: 'Knowledge base created',
			code: 'CREATE_KNOWLEDGE_BASE_SUCCESS_MESSAGE',
		};
	},
};

/** Observed only; what `pagination` holds is not known. */
const get: Route = {
	method: 'GET',
	path: '/v1/ai/knowledge-base/:id',
	feature,
	answer: (call, world) => {
		const { id, name } = findKnowledgeBase(call, world);
		const sources = world.account.sources.filter(({ knowledgeBaseId }) => knowledgeBaseId === id);
		const trained = sources.filter((source) => statusOf(source, world) !== 'in-progress');
		const lastMs = Math.max(...trained.map(({ addedAt }) => addedAt + world.settings.trainingMs));
		return {
			id,
			name,
			data_source: pageOf(sources, call.query).map((source) => printSource(source, world)),
			domains: world.account.domains.filter(({ knowledgeBaseId }) => knowledgeBaseId === id),
			last_trained_at: trained.length > 0 ? stampOf(lastMs) : null,
			pagination: {},
			total_data_sources: sources.length,
			total_tokens: 0,
			ok: true,
		};
	},
};

/** Observed only; the path has the plural here, and the DELETE a body. */
const deleteSources: Route = {
	method: 'DELETE',
	path: '/v1/ai/knowledge-bases/:id/data-sources',
	feature,
	answer: (call, world) => {
		const { id } = findKnowledgeBase(call, world);
		const { data_sources } = readBody(call, z.object({ data_sources: z.array(z.number()) }));
		const { sources } = world.account;
		const kept = sources.filter(
			(source) => source.knowledgeBaseId !== id || !data_sources.includes(source.id),
		);
		sources.splice(0, sources.length, ...kept);
		return world.settings.undocumentedAnswer;
	},
};

export const knowledgeBaseRoutes = [create, get, deleteSources];

export function findKnowledgeBase({ params }: Call, { account }: World): KnowledgeBase {
	const found = account.knowledgeBases.find(({ id }) => String(id) === params.id);
	if (!found) throw new SwiftsellError('KNOWLEDGE_BASE_NOT_FOUND');
	return found;
}
