import type { FastifyInstance } from 'fastify';
import { bodyText } from '../../shared/http';
import { newOperator } from '../account/operatorRows';
import type { World } from '../world';
import { parseForm } from './brackets';
import { envelopeHandler, missingField } from './envelope';
import { operatorResource } from './operator';
import { operatorChanges } from './operatorForm';
import type { RequestWithId } from './resource';
import { findRow, present, success } from './resource';

/** Which fields a new operator needs is not documented; these three are assumed. */
const mandatory = ['name', 'pseudo', 'email'];

/** Serves the only write operations that REST keeps, and what belongs to one operator. */
export function serveOperatorWrite(rest: FastifyInstance, world: World): void {
	rest.post(
		'/operator',
		envelopeHandler(world, (request) => {
			const form = parseForm(bodyText(request));
			const missing = mandatory.find((name) => form[name] === undefined || form[name] === '');
			if (missing !== undefined) throw missingField(missing);
			const { operators } = world.account;
			const id = Math.max(0, ...operators.map((operator) => operator.id)) + 1;
			const operator = newOperator(id, { firstName: null });
			Object.assign(operator, operatorChanges(form, operator));
			operators.push(operator);
			return success(present(world, operatorResource, operator));
		}),
	);
	rest.put(
		'/operator/:id',
		envelopeHandler(world, (request: RequestWithId) => {
			const operator = findRow(world, operatorResource, request.params.id);
			Object.assign(operator, operatorChanges(parseForm(bodyText(request)), operator));
			return success(present(world, operatorResource, operator));
		}),
	);
	rest.delete(
		'/operator/:id',
		envelopeHandler(world, (request: RequestWithId) => {
			const operator = findRow(world, operatorResource, request.params.id);
			world.account.operators.splice(world.account.operators.indexOf(operator), 1);
			return { meta: { status: 'success' } };
		}),
	);
	rest.get(
		'/operator/:id/statistic',
		envelopeHandler(world, (request: RequestWithId) => {
			const { id, statistic } = findRow(world, operatorResource, request.params.id);
			return success({
				id,
				conversation_number: statistic.conversationNumber,
				satisfaction_global_rate: statistic.satisfactionGlobalRate,
				experience: statistic.experience,
			});
		}),
	);
	rest.get(
		'/operator/:id/profile',
		envelopeHandler(world, (request: RequestWithId) => {
			const { id, profile } = findRow(world, operatorResource, request.params.id);
			return success({ user_id: id, ...profile });
		}),
	);
}
