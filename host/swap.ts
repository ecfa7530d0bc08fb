import type { Host } from './host';
import { useTemplate, type Template } from './templates';
import type { Workflow } from './workflows';

/** What a template waits for; not every vendor tells every moment. */
export type Moment = 'ended' | 'contact' | 'rated';
export type VendorName = 'amplifyreach' | 'iadvize' | 'salesiq' | 'swiftsell';

interface Node {
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
}

const PACK = 'n8n-nodes-conversations';
const PORTAL = { portal: { __rl: true, mode: 'list', value: '' } };

const trigger = (type: string, parameters: Record<string, unknown>): Node => ({
	type: `${PACK}.${type}`,
	typeVersion: 1.1,
	parameters,
});
const completing = (type: string, parameters: Record<string, unknown> = {}): Node => ({
	type: `${PACK}.${type}`,
	typeVersion: 1,
	parameters: { resource: 'conversation', operation: 'completeEvent', ...parameters },
});

const once = { options: { repeats: 'conversation' } };

const triggers: Record<VendorName, Partial<Record<Moment, Node>>> = {
	amplifyreach: { contact: trigger('amplifyReachTrigger', { events: ['contact'] }) },
	iadvize: {
		ended: trigger('iadvizeTrigger', { events: ['v2.conversation.closed'], ...once }),
		rated: trigger('iadvizeTrigger', { events: ['satisfaction.answered'] }),
	},
	salesiq: {
		ended: trigger('zohoSalesIqTrigger', {
			...PORTAL,
			events: ['conversation.completed'],
			...once,
		}),
		rated: trigger('zohoSalesIqTrigger', {
			...PORTAL,
			events: ['conversation.missed', 'conversation.rated'],
		}),
	},
	swiftsell: {
		ended: trigger('swiftsellTrigger', {
			events: ['conversation_create', 'variables', 'status'],
		}),
	},
};

/** AmplifyReach has nothing to ask: the event of the trigger, also after a wait. */
const asItIs = (event: string): Node => ({
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: { mode: 'raw', jsonOutput: event, options: {} },
});

/** Swiftsell has no API to ask: a workflow of its own remembers who was introduced at the start. */
const remembered = (event: string, memory: string): Node => ({
	type: 'n8n-nodes-base.executeWorkflow',
	typeVersion: 1.2,
	parameters: {
		workflowId: { __rl: true, mode: 'id', value: memory },
		workflowInputs: {
			mappingMode: 'defineBelow',
			value: { event },
			matchingColumns: [],
			schema: [
				{
					id: 'event',
					displayName: 'event',
					type: 'object',
					required: false,
					defaultMatch: false,
					display: true,
					canBeUsedToMatch: true,
				},
			],
			attemptToConvertTypes: false,
			convertFieldsToString: false,
		},
		options: {},
	},
});

/** The vendors that tell a moment. */
export const vendorsOf = (moment: Moment) =>
	(Object.keys(triggers) as VendorName[]).filter((vendor) => triggers[vendor][moment]);

/**
 * The template as a user makes it another vendor's: the trigger is replaced, and the node that asks
 * that vendor for what the event does not say. Nothing else changes.
 *
 * @param memory ID of the workflow that remembers the visitors of Swiftsell
 */
export function swapTo(vendor: VendorName, moment: Moment, memory = '') {
	const wanted = triggers[vendor][moment];
	if (!wanted) throw new Error(`${vendor} does not report "${moment}"`);
	return (template: Template): Template => ({
		...template,
		name: `${template.name} (${vendor})`,
		nodes: template.nodes.map((node) => {
			if (/^n8n-nodes-conversations\..+Trigger$/.test(node.type)) return { ...node, ...wanted };
			if (node.name !== 'Complete the Event') return node;
			const event = String(node.parameters.event);
			const completions: Record<VendorName, Node> = {
				amplifyreach: asItIs(event),
				iadvize: completing('iadvize', { event }),
				salesiq: completing('zohoSalesIq', { ...PORTAL, event }),
				swiftsell: remembered(event, memory),
			};
			return { ...node, ...completions[vendor] };
		}),
	});
}

/** The dashboard of ratings once more, for Zoho SalesIQ: its page shows those of iAdvize as well. */
export const dashboardOfSalesIq = ({ rest, credentials, vendors }: Host): Promise<Workflow> =>
	useTemplate(rest, 'csat-dashboard', credentials, vendors, swapTo('salesiq', 'rated'));
