import type { Occurrence } from '../account/webhooks';
import type { World } from '../world';
import { typeOf } from './catalogue';
import { eventOf, exampleBytes, exampleNameFor, exampleNames } from './examples';

/** The conversation that the printed conversation events are about; ratings do not name theirs. */
const CONVERSATION_ID = '17000000004021';

/** What a test wants different from the example. */
export interface Happening {
	/** Put over the example's `entity`. */
	readonly entity?: Readonly<Record<string, unknown>>;
	/** The conversation, visitor, … that it happened to. */
	readonly entityId?: string;
	/** App of a data event; the account's first unless given. */
	readonly appId?: string;
	/** Milliseconds; the simulator's clock unless given. */
	readonly eventTime?: number;
}

type Fields = Record<string, unknown>;

/**
 * Something that happens now, like the example of that name.
 *
 * A printed example is a whole delivery, or only its `entity`, which a delivery wraps (contract
 * §2.3). Events of the catalogue without an example have an entity with an `id` and no more.
 */
export function occurrenceOf(name: string, world: World, wanted: Happening = {}): Occurrence {
	const event = eventOf(name);
	const type = typeOf(event);
	const bytes = exampleBytes(exampleNameFor(name) ?? '');
	if (!type || (!bytes && name !== event)) {
		throw new Error(`No example of event '${name}'. There are: ${exampleNames.join(', ')}`);
	}
	const printed = bytes ? (JSON.parse(bytes.toString('utf8')) as Fields) : {};
	const isEnvelope = 'entity_type' in printed;
	const appId = type === 'data' ? (wanted.appId ?? world.account.apps[0]?.id) : undefined;
	const envelope = isEnvelope ? printed : wrap(event, printed);
	const entityId = wanted.entityId ?? envelope.entity_id;
	const time = wanted.eventTime ?? world.clock.now();
	return {
		event,
		...(appId !== undefined && { appId }),
		envelope: {
			...envelope,
			org_id: world.account.orgId,
			...(appId !== undefined && {
				app_id: typeof envelope.app_id === 'number' ? new BareId(appId) : appId,
			}),
			entity_id: entityId,
			// Both types occur; the example decides.
			event_time: typeof envelope.event_time === 'number' ? time : String(time),
			...('entity' in envelope && {
				entity: entityFor(envelope.entity as Fields, entityId, appId, wanted),
			}),
		},
	};
}

/** Like the example, in a conversation of its own: the account has another one like the example's. */
export function freshOccurrenceOf(name: string, world: World, wanted: Happening = {}): Occurrence {
	const { conversations } = world.account;
	const conversation = conversations.find(({ id }) => id === CONVERSATION_ID);
	if (!conversation || !name.startsWith('conversation.')) return occurrenceOf(name, world, wanted);
	const id = String(BigInt(CONVERSATION_ID) + BigInt(world.clock.now()));
	if (!conversations.some((one) => one.id === id)) conversations.push({ ...conversation, id });
	return occurrenceOf(name, world, { ...wanted, entityId: id });
}

/** An identifier that is printed as a number, whatever its length. */
export class BareId {
	constructor(readonly digits: string) {}
}

function wrap(event: string, entity: Fields): Fields {
	const entityType = event.split('.')[0] ?? '';
	const otherId = entityType === 'conversation' ? CONVERSATION_ID : '40526000001808025';
	const entity_id = typeof entity.id === 'string' ? entity.id : otherId;
	return {
		version: '1',
		event,
		event_time: '',
		org_id: '',
		app_id: '',
		attempt: 1,
		entity_type: entityType,
		entity_id,
		entity: Object.keys(entity).length > 0 ? entity : { id: entity_id },
	};
}

function entityFor(
	entity: Fields,
	entityId: unknown,
	appId: string | undefined,
	wanted: Happening,
): Fields {
	return {
		...entity,
		...(wanted.entityId !== undefined && 'id' in entity && { id: entityId }),
		...('app_id' in entity && appId !== undefined && { app_id: appId }),
		...wanted.entity,
	};
}
