import type { Source } from '../account/model';
import type { World } from '../world';

/** Takes up a source; its training starts now. */
export function addSource(
	source: Pick<Source, 'knowledgeBaseId' | 'type' | 'name' | 'size'>,
	{ account, clock, nextId }: World,
): Source {
	const added: Source = { ...source, id: nextId(), addedAt: clock.now(), outcome: 'completed' };
	account.sources.push(added);
	return added;
}

/** How far training is, on the simulator's clock. */
export function statusOf({ addedAt, outcome }: Source, { clock, settings }: World): string {
	return clock.now() < addedAt + settings.trainingMs ? 'in-progress' : outcome;
}

export function printSource(source: Source, world: World) {
	const { id, type, name } = source;
	return { id, type, name, status: statusOf(source, world), errors: null };
}
