import { z } from 'zod';
import { readBody, Refusal, startSide, type FarSide, type Login } from './farSide';

const question = z.object({
	model: z.string(),
	messages: z.array(
		z.object({
			role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
			content: z.union([z.string(), z.array(z.unknown()), z.null()]).optional(),
		}),
	),
	tools: z
		.array(
			z.object({
				type: z.literal('function'),
				function: z.object({
					name: z.string(),
					description: z.string().optional(),
					parameters: z.record(z.unknown()).optional(),
				}),
			}),
		)
		.optional(),
	stream: z.boolean().nullish(),
});

type Question = z.output<typeof question>;

/** A text, or the wish that a tool be called with this input. */
type Reply = string | { readonly tool: string; readonly input: object };

/** OpenAI, as far as n8n's chat model needs it: `POST /v1/chat/completions`, not streamed. */
export interface OpenAi extends FarSide {
	/** What the model thinks; it is set by who looks on, as there is none. */
	think: (asked: Question) => Reply;
	/** What it was asked, oldest first. */
	readonly asked: readonly Question[];
	readonly credential: Login;
}

const failure = (message: string) => ({
	error: { message, type: 'invalid_request_error', param: null, code: null },
});

const messageOf = (reply: Reply) =>
	typeof reply === 'string'
		? { role: 'assistant', content: reply }
		: {
				role: 'assistant',
				content: null,
				tool_calls: [
					{
						id: 'call_1',
						type: 'function',
						function: { name: reply.tool, arguments: JSON.stringify(reply.input) },
					},
				],
			};

export async function startOpenAi(): Promise<OpenAi> {
	const apiKey = 'openai-simulated-key';
	const asked: Question[] = [];
	const calm = () => 'Summary: nothing. Cause: unknown. Draft: none.';
	const side = await startSide({
		host: 'api.openai.com',
		errorBody: (status) => failure(`Refused with ${status}`),
		authorize: ({ headers }) =>
			headers.authorization === `Bearer ${apiKey}`
				? undefined
				: new Refusal(401, failure('Incorrect API key provided')),
		serve: (app) => {
			app.post('/v1/chat/completions', (request) => {
				const read = readBody(
					request,
					question,
					(path, message) => new Refusal(400, failure(`${path}: ${message}`)),
				);
				if (read.stream === true) throw new Refusal(400, failure('This simulator does not stream'));
				asked.push(read);
				const reply = openAi.think(read);
				const reason = typeof reply === 'string' ? 'stop' : 'tool_calls';
				return {
					id: 'chatcmpl-1',
					object: 'chat.completion',
					created: 1_750_000_000,
					model: read.model,
					choices: [{ index: 0, message: messageOf(reply), finish_reason: reason }],
					usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
				};
			});
		},
		reset: () => {
			asked.length = 0;
			openAi.think = calm;
		},
	});
	const openAi: OpenAi = Object.assign(side, {
		asked,
		think: calm,
		credential: { name: 'OpenAI (simulated)', type: 'openAiApi', data: { apiKey } },
	});
	return openAi;
}
