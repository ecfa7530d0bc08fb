/** What a template waits for; not every vendor tells every moment. */
export type Moment = 'ended' | 'contact' | 'rated';

/** A node of a workflow, as far as the vendor makes a difference to it. */
export interface JobNode {
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
}

/** How a vendor feeds the templates of jobs. */
export interface Jobs {
	triggers: Partial<Record<Moment, JobNode>>;
	/**
	 * What takes the place of the node that asks the vendor for what the event does not say.
	 *
	 * @param memory ID of the workflow that remembers visitors
	 */
	complete: (event: string, memory: string) => JobNode;
}

const PACK = 'n8n-nodes-conversations';

export const trigger = (type: string, parameters: Record<string, unknown>): JobNode => ({
	type: `${PACK}.${type}`,
	typeVersion: 1.1,
	parameters,
});

export const completing = (type: string, parameters: Record<string, unknown>): JobNode => ({
	type: `${PACK}.${type}`,
	typeVersion: 1,
	parameters: { resource: 'conversation', operation: 'completeEvent', ...parameters },
});

/** The end of a conversation is one event, however often the vendor tells it. */
export const once = { options: { repeats: 'conversation' } };
