import { catalogue } from '../../../nodes/Swiftsell/events';
import { typeIn } from '../../../nodes/Swiftsell/payload';
import { swiftsellSource } from '../../../nodes/Swiftsell/source';
import { bodiesOf } from '../bodies';
import type { Documented } from '../vendors';

export const documented: Documented = {
	catalogue,
	source: swiftsellSource({ where: 'anywhere', headerName: '' }),
	bodies: bodiesOf('swiftsell'),
	keyOf: typeIn,
	deliveryId: 'a hash of the event, whatever batch it comes in',
	note: 'Status Changed becomes `conversation.reopened` when it says `open`, `reopen` or `reopened`: Swiftsell does not document its word for that.',
};
