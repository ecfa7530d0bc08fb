import type { FastifyInstance } from 'fastify';
import { bodyText } from '../../shared/http';
import type { ChannelLive, Operator, OperatorChannel } from '../account/model';
import { newLive } from '../account/operatorRows';
import type { World } from '../world';
import type { Form } from './brackets';
import { groupOf, parseForm, textOf } from './brackets';
import { envelopeHandler, invalidValue, missingField } from './envelope';
import { operatorResource } from './operator';
import type { RequestWithId } from './resource';
import { filterRows, findRow, queryOf, success } from './resource';

const channels: readonly OperatorChannel[] = ['chat', 'call', 'video'];

/** Serves who is there, and lets a caller change that (contract §5.2). */
export function serveOperatorLive(rest: FastifyInstance, world: World): void {
	rest.get(
		'/operator/live',
		envelopeHandler(world, (request) => {
			const query = queryOf(request);
			const { connected, ...filters } = groupOf(query, 'filters');
			// Documented as `connected=0` next to the filters; both places are accepted.
			const withOffline = connected === '0' || textOf(query, 'connected') === '0';
			const operators = filterRows(world, operatorResource, filters);
			return success(
				operators.filter(({ live }) => live && (withOffline || live.connected)).map(describeLive),
			);
		}),
	);
	rest.get(
		'/operator/:id/live',
		envelopeHandler(world, (request: RequestWithId) =>
			success(describeLive(findRow(world, operatorResource, request.params.id))),
		),
	);
	rest.put(
		'/operator/:id/live',
		envelopeHandler(world, (request: RequestWithId) => {
			const operator = findRow(world, operatorResource, request.params.id);
			const message = changeLive(operator, parseForm(bodyText(request)));
			return { meta: { status: 'success', message } };
		}),
	);
}

function describeLive(operator: Operator) {
	const live = operator.live ?? newLive();
	return {
		id: operator.id,
		connected: live.connected,
		chat: describeChannel(live.chat),
		call: describeChannel(live.call),
		video: describeChannel(live.video),
	};
}

function describeChannel(channel: ChannelLive) {
	return {
		enabled: channel.enabled,
		slot_number: channel.slotNumber,
		slot_max_number: channel.slotMaxNumber,
		busy: channel.busy,
		available: channel.available,
	};
}

/** Carries the change out and returns the vendor's sentence; only the first one is documented. */
function changeLive(operator: Operator, form: Form): string {
	const live = operator.live ?? newLive();
	const messages: string[] = [];
	for (const channel of channels) {
		const available = textOf(groupOf(form, channel), 'available');
		if (available === undefined) continue;
		if (available !== '0' && available !== '1') throw invalidValue(`${channel}[available]`);
		live[channel].available = available === '1';
		const word = available === '1' ? 'available' : 'unavailable';
		messages.push(`Operator is now ${word} for ${channel} channel.`);
	}
	if ('connected' in form) {
		// The address logs off only; nobody can be logged in from outside.
		if (form.connected !== '0') throw invalidValue('connected');
		live.connected = false;
		for (const channel of channels) live[channel].available = false;
		messages.push('Operator is now disconnected.');
	}
	if (messages.length === 0) throw missingField('chat');
	operator.live = live;
	return messages.join(' ');
}
