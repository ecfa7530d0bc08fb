import { GraphQLError } from 'graphql';
import type { Account, RoutingRule } from '../account/model';
import type { GraphqlContext } from './context';

/** One routing rule, with the availability that may be asked once per request. */
export function routingRule(account: Account, id: string) {
	const rule = account.routingRules.find((candidate) => candidate.id === id.toLowerCase());
	return rule ? ruleNode(rule, 'alone') : null;
}

export function routingRules(account: Account, websiteIds: readonly number[] | null | undefined) {
	return account.routingRules
		.filter(({ projectId }) => !websiteIds || websiteIds.includes(projectId))
		.map((rule) => ruleNode(rule, 'listed'));
}

/** Only one availability per request resolves, none in a list: null and an error (contract §6.2). */
function ruleNode(rule: RoutingRule, place: 'alone' | 'listed') {
	return {
		id: rule.id,
		name: rule.name,
		availability: (_arguments: unknown, context: GraphqlContext) => {
			const isRefused = place === 'listed' || context.isAvailabilityAsked;
			context.isAvailabilityAsked = true;
			if (isRefused) throw new GraphQLError('Only one availability can be asked per request.');
			return Object.fromEntries(
				Object.entries(rule.available).map(([channel, isAvailable]) => [channel, { isAvailable }]),
			);
		},
	};
}
