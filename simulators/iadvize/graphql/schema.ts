import type { GraphQLSchema } from 'graphql';
import { buildSchema, isScalarType } from 'graphql';
import { valueReaders } from './scalars';
import { conversationTypes } from './sdl/conversation';
import { mutationTypes, previewMutations } from './sdl/mutations';
import { queryTypes } from './sdl/queries';
import { olderVisitorFields, visitorTypes } from './sdl/visitor';

/** The header value that opens the chatbot mutation (contract §6.4). */
export const CHATBOT_PREVIEW =
	'application/vnd.iadvize.automation-chatbot-conversation-preview+json';

interface SchemaChoice {
	/** Whether the caller asked for the chatbot preview: without it the field doesn't exist. */
	readonly hasChatbotPreview: boolean;
	readonly newestVisitorFieldsOnly: boolean;
}

/** Builds the vendor's schema as far as it is documented, for one kind of caller. */
export function createSchema(choice: SchemaChoice): GraphQLSchema {
	const schema = buildSchema(
		[
			queryTypes,
			conversationTypes,
			visitorTypes,
			choice.newestVisitorFieldsOnly ? '' : olderVisitorFields,
			mutationTypes,
			choice.hasChatbotPreview ? previewMutations : '',
		].join('\n'),
	);
	for (const [name, read] of Object.entries(valueReaders)) {
		const type = schema.getType(name);
		if (!isScalarType(type)) throw new Error(`The schema has no scalar ${name}`);
		type.parseValue = read.fromVariable;
		type.parseLiteral = read.fromQuery;
	}
	return schema;
}
