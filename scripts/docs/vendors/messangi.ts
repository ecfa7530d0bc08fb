import { catalogue } from '../../../nodes/Messangi/events';
import { kindOf } from '../../../nodes/Messangi/kinds';
import { messangiSource } from '../../../nodes/Messangi/source';
import { bodiesOf } from '../bodies';
import type { Documented } from '../vendors';

export const documented: Documented = {
	catalogue,
	source: messangiSource({ where: 'header', headerName: '' }),
	bodies: bodiesOf('messangi'),
	keyOf: (payload) => kindOf(payload) ?? null,
	deliveryId:
		'for a chatbot, a hash of campaign, label, phone number, date and answer; for an incoming message, its ID and date; for a delivery status, its ID and status; if one of these is missing, and for any other body, a hash of the body',
};
