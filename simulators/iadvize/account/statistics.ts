import type { StatisticRow } from './model';

/** Figures for project 1's chats: in all, and for its two first operators. */
export function seedStatistics(): StatisticRow[] {
	return [
		row(null, null, { contact_number: 120, contact_duration: 300, conversion_rate: 0.12 }),
		row('operator', 1, { contact_number: 80, contact_duration: 280, conversion_rate: 0.15 }),
		row('operator', 2, { contact_number: 40, contact_duration: 340, conversion_rate: 0.06 }),
	];
}

function row(
	resource: string | null,
	resourceId: number | null,
	indicators: Record<string, number>,
): StatisticRow {
	return { projectId: 1, channel: 'chat', resource, resourceId, indicators };
}
