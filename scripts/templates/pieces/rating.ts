import { isAtMost, type Comparison } from './filter';

/** No rating is above every scale. */
const scoreOf = (kind: 'csat' | 'nps', expression: string) =>
	`={{ $json.rating.kind === '${kind}' ? ${expression} : 99 }}`;

/** Either of these: 2 or fewer of 5 stars, or a net promoter score of 6 or less. */
export const isBadlyRated: readonly Comparison[] = [
	[scoreOf('csat', '($json.rating.score / ($json.rating.outOf ?? 5)) * 5'), isAtMost, 2],
	[scoreOf('nps', '$json.rating.score'), isAtMost, 6],
];

/** The score in words; JavaScript of an expression. */
export const scoreIn = (event: string) =>
	`[${event}.rating.kind === 'nps' ? 'NPS' : 'Rated', ${event}.rating.score, ${event}.rating.outOf && 'of ' + ${event}.rating.outOf].filter((word) => word !== null).join(' ')`;
