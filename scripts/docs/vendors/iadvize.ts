import { catalogue } from '../../../nodes/Iadvize/events';
import { iadvizeSource } from '../../../nodes/Iadvize/source';
import { textOf } from '../../../nodes/shared/fields';
import { bodiesOf } from '../bodies';
import type { Documented } from '../vendors';

export const documented: Documented = {
	catalogue,
	source: iadvizeSource,
	bodies: bodiesOf('iadvize'),
	keyOf: ({ eventType }) => textOf(eventType),
	deliveryId:
		"the event's own `eventId`; without one, the header `x-iadvize-correlationid`, which attempts share; without both, a hash of the body",
};
