import { catalogue, kindOf, type Kind } from '../../../nodes/AmplifyReach/events';
import { amplifyReachSource } from '../../../nodes/AmplifyReach/source';
import { textOf } from '../../../nodes/shared/fields';
import { bodiesOf } from '../bodies';
import type { Documented } from '../vendors';

export const documented: Documented = {
	catalogue,
	source: amplifyReachSource,
	bodies: bodiesOf('amplifyreach'),
	keyOf: (payload) => kindOf(payload) ?? textOf(payload.type),
	ownNames: (key) => catalogue[key as Kind].types,
	deliveryId:
		'a hash of the body, as AmplifyReach sends neither ID nor time: two equal bodies have the same one. For the Bot Trigger, a hash of method, query and body',
	note: 'The Bot Trigger outputs every call as `other`, with `bot-studio-trigger` as `vendorEvent`.',
};
