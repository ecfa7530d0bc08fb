// Adds up the packed ratings and what has changed since; packs both again when it is time.
// Packed: [row, minute of Unix time, group, stars times ten, net promoter score, ended, comment].
const [ROW, MINUTE, GROUP, CSAT, NPS, ENDED, COMMENT] = [0, 1, 2, 3, 4, 5, 6];
const minuteOf = (at) => Math.floor(DateTime.fromISO(String(at)).toSeconds() / 60);

const { ratings: stored } = $('Packed Ratings').first().json;
const { groups, ratings: packed } = JSON.parse(stored ?? '{"groups":[],"ratings":[]}');
const numbers = new Map(groups.map((names, number) => [JSON.stringify(names), number]));

function groupOf({ vendor, channel, inbox, agent }) {
	const names = [vendor, channel, inbox, agent].map((name) => name ?? '');
	const key = JSON.stringify(names);
	if (!numbers.has(key)) numbers.set(key, groups.push(names) - 1);
	return numbers.get(key);
}

// Two events at the same moment can leave two rows of a conversation: they count as one.
const changed = new Map();
const seen = new Set();
for (const { json: row } of $input.all()) {
	if (!row.conversation) continue;
	seen.add(row.id);
	const told = Object.entries(row).filter(([, value]) => value !== null);
	const known = changed.get(row.conversation);
	changed.set(row.conversation, { ...known, ...Object.fromEntries(told) });
}
const ratings = packed.filter((rating) => !seen.has(rating[ROW]));
for (const row of changed.values()) {
	const csat = row.csat === undefined ? null : Math.round(row.csat * 10);
	const flags = [row.ended ? 1 : 0, row.comment ? 1 : 0];
	ratings.push([row.id, minuteOf(row.at), groupOf(row), csat, row.nps ?? null, ...flags]);
}

if ($('Every Hour').isExecuted) {
	const oldest = minuteOf($now.minus({ days: 90 }).startOf('day').toISO());
	const kept = ratings.filter((rating) => rating[MINUTE] >= oldest);
	const upTo = $('Every Hour').first().json.timestamp;
	return [{ json: { name: 'all', upTo, ratings: JSON.stringify({ groups, ratings: kept }) } }];
}

const visit = $('Dashboard').isExecuted ? $('Dashboard') : $('Live');
const { id, csv, ...query } = visit.first().json.query;
if (id !== undefined) return [{ json: { id: Number(id) || 0 } }];

// What is looked at: the last days in the zone of the viewer, and the groups that are chosen.
const days = [1, 7, 30, 90].find((count) => count === Number(query.days)) ?? 30;
const viewers = $now.setZone(String(query.zone));
const now = viewers.isValid ? viewers : $now;
const from = now.startOf('day').minus({ days: days - 1 });
const before = minuteOf(from.minus({ days }).toISO());
const fields = ['vendor', 'channel', 'inbox', 'agent'];
const wanted = fields.map((field) => String(query[field] ?? ''));
const isWanted = groups.map((names) => wanted.every((name, i) => name === '' || name === names[i]));

if (csv !== undefined) {
	// A spreadsheet takes what begins with one of these signs for a formula.
	const cell = (text) =>
		`"${String(text)
			.replace(/^[=+\-@\t\r]/, "'$&")
			.replaceAll('"', '""')}"`;
	const lines = ratings
		.filter((rating) => isWanted[rating[GROUP]] && rating[MINUTE] >= minuteOf(from.toISO()))
		.map((rating) => {
			const at = new Date(rating[MINUTE] * 60_000).toISOString();
			const stars = rating[CSAT] === null ? '' : rating[CSAT] / 10;
			const names = groups[rating[GROUP]].map(cell);
			return [at, ...names, stars, rating[NPS] ?? '', rating[ENDED]].join(',');
		});
	const head = ['at', ...fields, 'csat of 5', 'nps of 10', 'ended'].join(',');
	return [{ json: { csv: [head, ...lines].join('\r\n'), id: 0 } }];
}

const step = { 1: { hours: 3 }, 7: { days: 1 }, 30: { days: 3 }, 90: { weeks: 1 } }[days];
const starts = [];
for (let at = from; at <= now; at = at.plus(step)) starts.push(at);
const edges = starts.map((at) => minuteOf(at.toISO()));

const nothing = () => ({ sum: 0, stars: [0, 0, 0, 0, 0], nps: [0, 0, 0], ended: 0, rated: 0 });
function add(tally, rating) {
	const [csat, nps] = [rating[CSAT], rating[NPS]];
	if (csat !== null) {
		tally.sum += csat / 10;
		tally.stars[Math.max(1, Math.round(csat / 10)) - 1] += 1;
	}
	if (nps !== null) tally.nps[nps <= 6 ? 0 : nps <= 8 ? 1 : 2] += 1;
	if (!rating[ENDED]) return;
	tally.ended += 1;
	if (csat !== null || nps !== null) tally.rated += 1;
}

/** Keeps the few that come first in a list of many. */
function keep(best, size, rating, order) {
	if (best.length === size && order(rating, best[size - 1]) >= 0) return;
	best.push(rating);
	best.sort(order);
	best.length = Math.min(best.length, size);
}
const newestFirst = (a, b) => b[MINUTE] - a[MINUTE];
// Each on its own scale: 6 of a net promoter score is as bad as 3 stars.
const shareOf = (rating) => Math.min((rating[CSAT] ?? 50) / 50, (rating[NPS] ?? 10) / 10);
const worstFirst = (a, b) => shareOf(a) - shareOf(b) || newestFirst(a, b);

const byGroup = groups.map(nothing);
const byStart = starts.map(nothing);
const earlier = nothing();
const [worst, comments] = [[], []];
for (const rating of ratings) {
	const minute = rating[MINUTE];
	if (!isWanted[rating[GROUP]] || minute < before) continue;
	if (minute < edges[0]) {
		add(earlier, rating);
		continue;
	}
	add(byGroup[rating[GROUP]], rating);
	add(byStart[edges.findLastIndex((edge) => edge <= minute)], rating);
	if (rating[CSAT] !== null || rating[NPS] !== null) keep(worst, 5, rating, worstFirst);
	if (rating[COMMENT]) keep(comments, 8, rating, newestFirst);
}

const view = {
	...{ days, zone: now.zoneName, at: now.toISO(), from: from.toISO(), earlier, fields, wanted },
	isEmpty: ratings.length === 0,
	choices: fields.map((_field, i) => [...new Set(groups.map((names) => names[i]))].sort()),
	groups: groups.map((names, number) => ({ names, tally: byGroup[number] })),
	trend: starts.map((at, i) => ({ at: at.toISO(), tally: byStart[i] })),
	worst: worst.map((rating) => rating[ROW]),
	comments: comments.map((rating) => rating[ROW]),
};
const shown = new Set([...view.worst, ...view.comments, 0]);
return [...shown].map((row, i) => ({ json: i === 0 ? { view, id: row } : { id: row } }));
