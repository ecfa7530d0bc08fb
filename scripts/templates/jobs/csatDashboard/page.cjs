// Two pages from the rows of the Data Table: all ratings, or one conversation when its link was clicked.
// What visitors wrote is shown as text, never as HTML.
const SCALE = 5; // of a vendor that does not tell its own
const zone = $now.zoneName;
const { id } = $('Dashboard').first().json.query;
const rows = $input
	.all()
	.map(({ json }) => json)
	.filter(({ rating }) => rating);

const esc = (value) => String(value ?? '').replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const timeOf = (at) => DateTime.fromISO(String(at), { zone });
const show = (value, digits = 1) => (value === undefined ? '–' : value.toFixed(digits));
const vendors = {}; // Filled in when the template is written.
const vendorOf = ({ vendor }) => vendors[vendor] ?? vendor;

// Two tellings at the same moment can leave two rows: the newer one counts.
const newest = new Map(rows.sort((a, b) => a.id - b.id).map((row) => [row.rating, row]));
const all = [...newest.values()];
// A comment is a row of its own, and belongs to the score of its conversation.
const comments = new Map(
	all
		.filter(({ comment }) => comment)
		.map((row) => [`${row.vendor} ${row.conversation}`, row.comment]),
);
const commentOn = (row) => row.comment || comments.get(`${row.vendor} ${row.conversation}`) || '';

function dashboard() {
	const today = $now.toISODate();
	const scores = all
		.filter(({ kind, score }) => kind === 'csat' && typeof score === 'number')
		.map((row) => ({
			...row,
			day: timeOf(row.at).toISODate(),
			of5: Math.round((row.score / (row.outOf || SCALE)) * 50) / 10,
		}));
	if (scores.length === 0 && all.length === 0) {
		return '<p class="empty">No rating yet. The first one appears here by itself, within five seconds.</p>';
	}
	const mean = (list) =>
		list.length === 0 ? undefined : list.reduce((sum, { of5 }) => sum + of5, 0) / list.length;
	const todays = scores.filter(({ day }) => day === today);
	const days = Array.from({ length: 14 }, (_, i) => $now.minus({ days: 13 - i }).toISODate());
	const before = mean(scores.filter(({ day }) => day >= days[6] && day < today));
	const rise = todays.length > 0 && before !== undefined ? mean(todays) - before : undefined;
	const stars = [5, 4, 3, 2, 1].map((star) => ({
		star,
		count: scores.filter(({ of5 }) => Math.max(1, Math.round(of5)) === star).length,
	}));
	const most = Math.max(1, ...stars.map(({ count }) => count));
	const groups = new Map();
	for (const row of scores) {
		const name = [vendorOf(row), row.channel || 'channel unknown'].join(' · ');
		const group = groups.get(name) ?? [];
		group.push(row);
		groups.set(name, group);
	}
	const promoters = all.filter(({ kind, score }) => kind === 'nps' && typeof score === 'number');
	// Each on its own scale: 6 of a net promoter score is as bad as 3 stars.
	const worst = [
		...scores.map((row) => ({ ...row, share: row.of5 / 5, shown: show(row.of5) })),
		...promoters.map((row) => ({ ...row, share: row.score / 10, shown: `NPS ${row.score}` })),
	]
		.sort((a, b) => a.share - b.share || String(b.at).localeCompare(String(a.at)))
		.slice(0, 5);
	const share = (isMeant) => promoters.filter(isMeant).length / promoters.length;
	const nps = 100 * (share(({ score }) => score >= 9) - share(({ score }) => score <= 6));

	return `
<section><h2>Today</h2><p class="big" id="today">${show(mean(todays), 2)}</p>
<p>${todays.length} rating${todays.length === 1 ? '' : 's'}${rise === undefined ? '' : ` <small>${rise < 0 ? '▼' : '▲'} ${show(Math.abs(rise))} against the week before</small>`}</p>
<p>30 days: <b id="month">${show(mean(scores), 2)}</b> of ${scores.length}${promoters.length === 0 ? '' : `, NPS <b>${Math.round(nps)}</b> of ${promoters.length}`}</p></section>
<section><h2>Trend, 14 days</h2><ol class="trend">${days
		.map((day) => ({ day, of: scores.filter((row) => row.day === day) }))
		.map(
			({ day, of }) =>
				`<li title="${day}: ${show(mean(of))} of ${of.length}"><i style="height:${(mean(of) ?? 0) * 20}%"></i><small>${day.slice(8)}</small></li>`,
		)
		.join('')}</ol></section>
<section><h2>Distribution</h2><dl class="stars">${stars
		.map(
			({ star, count }) =>
				`<dt>${star}</dt><dd><i style="width:${(count / most) * 100}%"></i> <span id="star-${star}">${count}</span></dd>`,
		)
		.join('')}</dl></section>
<section class="wide"><h2>Vendor and channel</h2><table><tr><th></th><th>average</th><th>ratings</th></tr>${[
		...groups,
	]
		.sort(([a], [b]) => a.localeCompare(b))
		.map(
			([name, of]) =>
				`<tr><td>${esc(name)}</td><td>${show(mean(of), 2)}</td><td>${of.length}</td></tr>`,
		)
		.join('')}</table></section>
<section class="wide"><h2>The worst five</h2><ol class="worst">${worst
		.map(
			(
				row,
			) => `<li><b>${row.shown}</b> <a href="?id=${encodeURIComponent(row.rating)}">${esc(vendorOf(row))}, ${esc(row.contact || 'a visitor')}</a>
<small>${esc(row.agent)} ${timeOf(row.at).toFormat('d LLL, HH:mm')}</small><p>${esc(commentOn(row))}</p></li>`,
		)
		.join('')}</ol></section>`;
}

function conversation(row) {
	if (row === undefined) return '<section class="wide"><h2>There is no such rating</h2></section>';
	const facts = [
		['Score', row.outOf ? `${row.score} of ${row.outOf}` : row.score],
		['Comment', commentOn(row)],
		['Visitor', row.contact],
		['Reach', row.reach],
		['Agent', row.agent],
		['Vendor', vendorOf(row)],
		['Channel', row.channel],
		['Conversation', row.conversation],
		['At', timeOf(row.at).toFormat('d LLL yyyy, HH:mm')],
	].filter(([, value]) => value);
	const nothing = row.trouble
		? `The transcript could not be fetched: ${row.trouble}`
		: 'No transcript. It is kept of bad ratings: 3 stars and less, 6 and less of a net promoter score.';
	return `<section class="wide"><p><a href="?">Dashboard</a></p><h2>Rated conversation</h2>
<dl class="facts">${facts.map(([name, value]) => `<dt>${name}</dt><dd>${esc(value)}</dd>`).join('')}</dl>
<h2>What was said</h2><p class="talk">${esc(row.talk || nothing)}</p></section>`;
}

const body = id === undefined ? dashboard() : conversation(newest.get(String(id)));
const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">${id === undefined ? '<meta http-equiv="refresh" content="3">' : ''}<title>Customer satisfaction</title><style>
:root{color-scheme:light dark;--ink:light-dark(#1c2430,#e8ecf2);--soft:light-dark(#5a6472,#a3adba);--card:light-dark(#fff,#1b212b);--back:light-dark(#f2f4f7,#11151c);--bar:light-dark(#2f6fde,#6ea2ff)}
*{box-sizing:border-box}body{margin:0;padding:1rem;background:var(--back);color:var(--ink);font:16px/1.45 system-ui,sans-serif}
main{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:1rem;max-width:70rem;margin:auto}
h1{max-width:70rem;margin:0 auto 1rem;font-size:1.25rem}h2{margin:0 0 .5rem;font-size:1rem}section{background:var(--card);border-radius:.6rem;padding:1rem;min-width:0;overflow-wrap:anywhere}
.wide{grid-column:1/-1}.big{font-size:3.5rem;line-height:1;margin:.2rem 0}p{margin:.3rem 0}small{color:var(--soft)}a{color:var(--bar)}.talk{white-space:pre-wrap}
.trend{display:flex;gap:.2rem;height:8rem;margin:0;padding:0;list-style:none}.trend li{flex:1;display:flex;flex-direction:column;justify-content:flex-end;text-align:center;min-width:0}.trend small{font-size:.65rem}
i{display:block;background:var(--bar);border-radius:.2rem;min-width:2px}dl{display:grid;gap:.35rem 1rem;margin:0 0 1rem}dt{color:var(--soft)}dd{margin:0}.facts{grid-template-columns:max-content 1fr}
.stars{grid-template-columns:1.2rem 1fr}.stars dd{display:flex;gap:.5rem;align-items:center}.stars i{height:1rem}.stars span{flex-shrink:0}
table{width:100%;border-collapse:collapse}td,th{padding:.25rem 0;text-align:left}td+td,th+th{padding-left:1rem;text-align:right}th{color:var(--soft);font-weight:400;font-size:.8rem}.worst{margin:0;padding-left:1.2rem}.worst li{margin-bottom:.6rem}.empty{grid-column:1/-1;text-align:center;padding:4rem 1rem;color:var(--soft)}
</style></head><body><h1>Customer satisfaction</h1><main>${body}</main></body></html>`;
return [{ json: { html } }];
