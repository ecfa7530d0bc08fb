import type { FastifyInstance } from 'fastify';
import type { StatisticRow } from '../account/model';
import type { World } from '../world';
import type { Form } from './brackets';
import { groupOf, textOf } from './brackets';
import { dateBounds } from './dates';
import type { Envelope } from './envelope';
import { envelopeHandler, invalidValue } from './envelope';
import { applyFilters, matching } from './filters';
import { granularities, indicators, statisticChannels, statisticResources } from './indicators';
import { queryOf, success } from './resource';

/**
 * Serves `GET /statistic`: one row per resource, keyed by indicator, with the resource's id as `id`
 * (contract §5.2). Dates and granularity are checked but change nothing, as the account has
 * ready-made figures; how the vendor labels the periods of a granularity is not documented.
 */
export function serveStatistic(rest: FastifyInstance, world: World): void {
	rest.get(
		'/statistic',
		envelopeHandler(world, (request) => statistics(world, groupOf(queryOf(request), 'filters'))),
	);
}

function statistics(world: World, filters: Form): Envelope {
	const { indicators: wanted, granularity, resource, ...rest } = filters;
	dateBounds(filters, world.clock.now());
	checkChoice(filters, 'channel', statisticChannels);
	checkChoice(filters, 'resource', statisticResources);
	checkChoice(filters, 'granularity', granularities);
	const names = readIndicators(wanted);
	if (granularity !== undefined && names?.length !== 1) throw invalidValue('granularity');

	const rows = world.account.statistics.filter((row) => row.resource === (resource ?? null));
	return success(applyFilters(rows, statisticFilters, rest).map((row) => present(row, names)));
}

const statisticFilters = {
	from: () => true,
	to: () => true,
	website_list: matching((row: StatisticRow) => row.projectId),
	website_id: matching((row: StatisticRow) => row.projectId),
	channel: matching((row: StatisticRow) => row.channel),
	resource_id: matching((row: StatisticRow) => row.resourceId),
};

function present(row: StatisticRow, names: string[] = Object.keys(row.indicators)) {
	return {
		...(row.resourceId !== null && { id: row.resourceId }),
		...Object.fromEntries(names.map((name) => [name, row.indicators[name] ?? 0])),
	};
}

function readIndicators(wanted: string | Form | undefined): string[] | undefined {
	if (wanted === undefined) return undefined;
	const names = typeof wanted === 'string' ? wanted.split(',') : [];
	if (names.length === 0 || !names.every((name) => indicators.has(name))) {
		throw invalidValue('indicators');
	}
	return names;
}

function checkChoice(filters: Form, name: string, choices: readonly string[]): void {
	const value = textOf(filters, name);
	if (value !== undefined && !choices.includes(value)) throw invalidValue(name);
}
