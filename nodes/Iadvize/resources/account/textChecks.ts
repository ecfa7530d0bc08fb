import type { Check, Finding } from '../../../shared/operations/checkAccount';
import { REPORT } from '../../../shared/operations/trouble';
import { graphQl } from '../../api/graphQlRequest';
import { nodesText } from '../../api/graphQlText';
import { adapt } from '../../api/schema/adapt';
import { introspection, readSchema, type Schema } from '../../api/schema/schema';
import { CHATBOT_PREVIEW, chatbotMessageText } from '../chatbotMessage';
import { conversationText } from '../conversation/get';
import { customDataText } from '../conversation/getCustomData';
import { closedText, FIELDS } from '../conversation/getManyClosed';
import { professionalText } from '../professional';
import { availabilityText, routingRulesText } from '../routingRule';
import { satisfactionText } from '../satisfaction';
import { graphQlCheck, type Look } from './look';

const MUTATION = 'Mutation';
const paged = { first: 1, after: '' };
const interval = { from: '', to: '' };

/** Every query of the node's own, by the operation that sends it. */
const queries: Readonly<Record<string, string>> = {
	'Client: Get Many': nodesText('clients', paged),
	'Conversation: Get': conversationText,
	'Conversation: Get Custom Data': customDataText,
	'Conversation: Get Many Closed': closedText({ interval, ...paged }, FIELDS),
	'Project: Get Many': nodesText('projects', paged),
	'Routing Rule: Get Availability': availabilityText('chat { isAvailable }'),
	'Routing Rule: Get Many': routingRulesText,
	'Satisfaction: Get Many': satisfactionText({ projectIds: [1], interval, ...paged }),
};

const mutations: Readonly<Record<string, string>> = {
	'Professional: Create': professionalText('professionalCreate'),
	'Professional: Update': professionalText('professionalUpdate'),
};

/** The texts of the node against the schema of the account. None of them is sent. */
export function textChecks(look: Look): Check[] {
	let schema: Schema | null = null;
	const read = async (preview?: string) =>
		readSchema(await graphQl(look.call, { query: introspection, preview, repeatable: true }));
	return [
		graphQlCheck(look, {
			name: 'GraphQL schema',
			async look() {
				schema = await read();
				const { size } = schema?.types ?? { size: 0 };
				return schema
					? { result: 'ok', seen: `${size} types`, means: 'The account shows its schema', todo: '' }
					: {
							result: 'not there',
							seen: 'no schema',
							means: 'The account does not show its schema',
							todo: REPORT,
						};
			},
		}),
		...Object.entries(queries).map(([name, text]) => textCheck(name, text)),
		graphQlCheck(look, {
			name: 'Text of Chatbot Message: Send',
			async look() {
				// Previews are shown only when asked for.
				const previewed = await read(CHATBOT_PREVIEW);
				return previewed
					? textFinding(chatbotMessageText, { ...previewed, root: MUTATION })
					: unknown;
			},
		}),
		...Object.entries(mutations).map(([name, text]) => textCheck(name, text, MUTATION)),
	];

	function textCheck(operation: string, text: string, root?: string): Check {
		return graphQlCheck(look, {
			name: `Text of ${operation}`,
			look: async () =>
				await Promise.resolve(
					schema ? textFinding(text, { ...schema, root: root ?? schema.root }) : unknown,
				),
		});
	}
}

const unknown: Finding = {
	result: 'not there',
	seen: 'nothing was asked',
	means: 'Whether the account has what the text asks for is known only if it shows its schema',
	todo: 'Run the operation, and report its error if it fails',
};

function textFinding(text: string, schema: Schema): Finding {
	const { text: fitted, missing } = adapt(text, schema);
	const lacks = [...new Set(missing)].join(', ');
	if (fitted === text)
		return {
			result: 'ok',
			seen: 'the schema has everything',
			means: 'It can be sent as it is',
			todo: '',
		};
	if (fitted === undefined) {
		const means = 'The account does not have it at all';
		return { result: 'not there', seen: `the schema lacks ${lacks}`, means, todo: REPORT };
	}
	const seen = lacks === '' ? 'names differ' : `the schema lacks ${lacks}`;
	return {
		result: 'different',
		seen,
		means: 'Only what the account has is asked for',
		todo: REPORT,
	};
}
