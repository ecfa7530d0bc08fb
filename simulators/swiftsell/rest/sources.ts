import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { badRequest } from '../errors';
import { findKnowledgeBase } from './knowledgeBase';
import type { Route } from './route';
import { readBody } from './route';
import { addSource, printSource, statusOf } from './sourceRows';
import { readUpload } from './upload';

const feature = 'knowledge-base';
const httpUrl = z.string().regex(/^https?:\/\//, 'no address of a web page');

/** Text and files; results sit under the names of the caller's own fields. */
const upload: Route = {
	method: 'POST',
	path: '/api/v1/ai/knowledge-base/:id/upload/sources',
	feature,
	answer: async (call, world) => {
		const { id } = findKnowledgeBase(call, world);
		const parts = await readUpload(call);
		const added = parts.map(({ field, ...part }): [string, object[]] => [
			field,
			[printSource(addSource({ ...part, knowledgeBaseId: id }, world), world)],
		]);
		return { ...Object.fromEntries(added), knowledge_base_id: id, ok: true };
	},
};

const addWebPages: Route = {
	method: 'POST',
	path: '/v1/ai/knowledge-base/:id/data-sources/webpages',
	feature,
	answer: (call, world) => {
		const { id } = findKnowledgeBase(call, world);
		const { urls } = readBody(call, z.object({ urls: z.array(httpUrl).min(1) }));
		const pages = urls.map((name) =>
			addSource({ knowledgeBaseId: id, type: 'webpage', name, size: 0 }, world),
		);
		return { data_sources: pages.map((page) => printSource(page, world)), ok: true };
	},
};

const domain = z.object({
	url: httpUrl,
	exclude_urls: z.string().optional(),
	refresh_frequency: z.string().optional(),
});

const addDomain: Route = {
	method: 'POST',
	path: '/v1/ai/knowledge-base/:id/data-sources/domain',
	feature,
	answer: (call, world) => {
		const knowledgeBaseId = findKnowledgeBase(call, world).id;
		const { url } = readBody(call, domain);
		const id = world.nextId();
		world.account.domains.push({ id, knowledgeBaseId, url });
		return { domain_id: id, request_id: randomUUID(), ok: true };
	},
};

/** Training status; a source that does not exist is left out, which is assumed. */
const trainingStatus: Route = {
	method: 'GET',
	path: '/api/v1/ai/status/sources',
	feature,
	answer: ({ query }, world) => {
		const ids = query.get('source_ids')?.split(',').filter(Boolean) ?? [];
		if (ids.length === 0) throw badRequest('source_ids is missing');
		const found = world.account.sources.filter(({ id }) => ids.includes(String(id)));
		const sources = found.map((source) => ({
			id: source.id,
			name: source.name,
			status: statusOf(source, world),
			knowledge_base_id: source.knowledgeBaseId,
		}));
		return { sources, ok: true };
	},
};

export const sourceRoutes = [upload, addWebPages, addDomain, trainingStatus];
