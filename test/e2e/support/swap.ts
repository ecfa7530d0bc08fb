import type { Template } from '../../../host/templates';

/** What a template waits for; not every vendor tells every moment. */
export type Moment = 'ended' | 'lead' | 'missed or rated';
export type VendorName = 'amplifyreach' | 'iadvize' | 'salesiq' | 'swiftsell';

interface Node {
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	alwaysOutputData?: true;
}

const PACK = 'n8n-nodes-conversations';
const PORTAL = { portal: { __rl: true, mode: 'list', value: '' } };

const trigger = (type: string, parameters: Record<string, unknown>): Node => ({
	type: `${PACK}.${type}`,
	typeVersion: 1.1,
	parameters: { ...parameters, options: { repeats: 'conversation' } },
});
const completing = (type: string, parameters: Record<string, unknown> = {}): Node => ({
	type: `${PACK}.${type}`,
	typeVersion: 1,
	parameters: { resource: 'conversation', operation: 'completeEvent', ...parameters },
});

const triggers: Record<VendorName, Partial<Record<Moment, Node>>> = {
	amplifyreach: { lead: trigger('amplifyReachTrigger', { events: ['contact'] }) },
	iadvize: {
		ended: trigger('iadvizeTrigger', { events: ['v2.conversation.closed'] }),
		lead: trigger('iadvizeTrigger', { events: ['v2.conversation.closed'] }),
		'missed or rated': trigger('iadvizeTrigger', { events: ['satisfaction.answered'] }),
	},
	salesiq: {
		ended: trigger('zohoSalesIqTrigger', { ...PORTAL, events: ['conversation.completed'] }),
		lead: trigger('zohoSalesIqTrigger', { ...PORTAL, events: ['visitor.updated'] }),
		'missed or rated': trigger('zohoSalesIqTrigger', {
			...PORTAL,
			events: ['conversation.missed', 'conversation.rated'],
		}),
	},
	swiftsell: {
		ended: trigger('swiftsellTrigger', { events: ['conversation_create', 'status'] }),
		lead: trigger('swiftsellTrigger', { events: ['message', 'variables'] }),
	},
};

const nothing: Node = { type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };

/** Swiftsell has no API to ask: the templates remember who was introduced at the start. */
const remembered: Node = {
	type: 'n8n-nodes-base.dataTable',
	typeVersion: 1.1,
	parameters: {
		operation: 'get',
		dataTableId: { __rl: true, mode: 'name', value: 'Known Visitors' },
		matchType: 'allConditions',
		filters: {
			conditions: [
				{
					keyName: 'visitor',
					condition: 'eq',
					keyValue: '={{ $json.vendor }} {{ $json.contact.id }}',
				},
			],
		},
		limit: 1,
		orderBy: true,
		orderByColumn: 'id',
		orderByDirection: 'DESC',
	},
	alwaysOutputData: true,
};

/** What stands behind the trigger to look up what the event does not say. */
const completions: Record<VendorName, (moment: Moment) => Node> = {
	amplifyreach: () => nothing,
	iadvize: () => completing('iadvize'),
	salesiq: () => completing('zohoSalesIq', PORTAL),
	swiftsell: (moment) => (moment === 'ended' ? remembered : nothing),
};

/** The vendors that tell a moment. */
export const vendorsOf = (moment: Moment) =>
	(Object.keys(triggers) as VendorName[]).filter((vendor) => triggers[vendor][moment]);

/**
 * The template as a user makes it another vendor's: the trigger is replaced, and the node that asks
 * that vendor for what the event does not say. Nothing else changes.
 */
export function swapTo(vendor: VendorName, moment: Moment) {
	const wanted = triggers[vendor][moment];
	if (!wanted) throw new Error(`${vendor} does not tell "${moment}"`);
	return (template: Template): Template => ({
		...template,
		name: `${template.name} (${vendor})`,
		nodes: template.nodes.map((node) => {
			if (/^n8n-nodes-conversations\..+Trigger$/.test(node.type)) return { ...node, ...wanted };
			if (node.name !== 'Complete the Event') return node;
			const { parameters, ...completion } = completions[vendor](moment);
			// n8n keeps what the new node has, too: which event is to be completed.
			const { event } = node.parameters;
			const isKept = event !== undefined && parameters.operation === 'completeEvent';
			return {
				...node,
				...completion,
				parameters: { ...parameters, ...(isKept && { event }) },
			};
		}),
	});
}
