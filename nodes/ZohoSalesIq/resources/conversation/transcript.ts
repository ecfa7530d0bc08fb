import type { IDataObject } from 'n8n-workflow';
import type { CompletedEvent } from '../../../shared/completedEvent';
import { partOf, textOf, utcOfMs } from '../../../shared/fields';
import type { Call } from '../../../shared/operations/call';
import type { Facts } from '../../../shared/operations/completeEvent';
import { toNodeError } from '../../../shared/operations/errors';
import type { LookUps } from '../../../shared/operations/lookUps';
import { byTime, listRows } from '../../api/paging';
import { CREDENTIAL } from '../../api/token';
import { isRich, textIn } from '../../describeMessage';
import { kindIn } from '../../people';

type Transcript = CompletedEvent['transcript'];

/** Who may have said something. */
interface Known {
	visitorIds: readonly (string | null)[];
	people: readonly Facts<'agent'>[];
}

/** What was said in the conversation at a path, as far as SalesIQ gives it. */
export async function transcriptAt(
	call: Call,
	path: string,
	lookUps: LookUps,
	known: Known,
): Promise<Transcript> {
	const transcript: Transcript = [];
	await lookUps.look({
		what: 'transcript',
		ifNone: 'SalesIQ has no messages of it',
		credential: CREDENTIAL,
		ask: async (inPart) => {
			const rows = listRows(call, { path: `${path}/messages` }, byTime, Infinity);
			try {
				for await (const row of rows) transcript.push(lineOf(row, known));
			} catch (error) {
				if (transcript.length === 0) throw toNodeError(call, error, call.item);
				inPart(error as Error);
			}
			return transcript.length > 0 ? transcript : null;
		},
	});
	return transcript;
}

/** SalesIQ's own word counts first; an unnamed person is no one, and not an agent. */
function lineOf(row: IDataObject, { visitorIds, people }: Known): Transcript[number] {
	const sender = partOf(row.sender);
	const message = partOf(row.message);
	const id = textOf(sender.id);
	const senderOf = () => {
		const said = kindIn(sender.type);
		if (said !== null) return said === 'human' ? 'agent' : said;
		if (id === null) return null;
		// IDs of visitors as senders begin this way, whatever their ID elsewhere.
		if (id.startsWith('$') || visitorIds.includes(id)) return 'visitor';
		const kinds = people.filter((one) => one.id === id).map(({ kind }) => kind);
		if (isRich(message) || kinds.includes('bot')) return 'bot';
		return kinds.includes('human') ? 'agent' : null;
	};
	return {
		at: utcOfMs(row.time),
		from: senderOf(),
		name: textOf(sender.name),
		text: textIn(message),
	};
}
