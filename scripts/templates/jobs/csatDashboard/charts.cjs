const esc = (value) => String(value ?? '').replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
/** A name or a text, which may be written from right to left, without turning what is around it. */
const bdi = (value) => `<bdi>${esc(value)}</bdi>`;
const total = (list) => list.reduce((sum, value) => sum + value, 0);
const plural = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;

/** Ratings of 4 and 5 among all, in percent; undefined while there are none. */
const csatOf = ({ stars }) =>
	total(stars) === 0 ? undefined : ((stars[3] + stars[4]) / total(stars)) * 100;
const averageOf = ({ sum, stars }) => (total(stars) === 0 ? undefined : sum / total(stars));
/** Promoters (9 and 10) less detractors (0 to 6), in percent. */
const npsOf = ({ nps }) => (total(nps) === 0 ? undefined : ((nps[2] - nps[0]) / total(nps)) * 100);
const percent = (value) => (value === undefined ? '–' : `${Math.round(value)} %`);
const show = (value, digits) => (value === undefined ? '–' : value.toFixed(digits));

const sumOf = (tallies) =>
	tallies.reduce((a, b) => ({
		sum: a.sum + b.sum,
		stars: a.stars.map((count, i) => count + b.stars[i]),
		nps: a.nps.map((count, i) => count + b.nps[i]),
		ended: a.ended + b.ended,
		rated: a.rated + b.rated,
	}));

const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [720, 190, 40, 24, 26];
/** Upright bars from 0 to 100 percent, each with its value and its name below. */
function trendChart(bars) {
	const high = HEIGHT - TOP - BOTTOM;
	const wide = (WIDTH - LEFT) / bars.length;
	const y = (value) => TOP + high * (1 - value / 100);
	const axis = [0, 50, 100].map(
		(value) =>
			`<line x1="${LEFT}" x2="${WIDTH}" y1="${y(value)}" y2="${y(value)}"/><text x="${LEFT - 6}" y="${y(value) + 4}" class="axis">${value}</text>`,
	);
	const drawn = bars.map(({ name, value, title }, i) => {
		const middle = LEFT + wide * (i + 0.5);
		const bar =
			value === undefined
				? ''
				: `<rect x="${middle - wide * 0.35}" width="${wide * 0.7}" y="${y(value)}" height="${(high * value) / 100}"/><text class="value" x="${middle}" y="${y(value) - 4}">${Math.round(value)}</text>`;
		return `<g><title>${esc(title)}</title>${bar}<text class="name" x="${middle}" y="${HEIGHT - 6}">${esc(name)}</text></g>`;
	});
	return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="CSAT in percent">${axis.join('')}${drawn.join('')}</svg>`;
}

/** Lying bars, as long as their share of all, with count and share beside them. */
function shares(rows) {
	const all = Math.max(1, total(rows.map(({ count }) => count)));
	return `<dl class="shares">${rows
		.map(
			({ name, count, kind = '' }) =>
				`<dt>${esc(name)}</dt><dd><i class="${kind}" style="width:${((count / all) * 100).toFixed(1)}%"></i></dd><dd><b>${count}</b> ${percent((count / all) * 100)}</dd>`,
		)
		.join('')}</dl>`;
}
