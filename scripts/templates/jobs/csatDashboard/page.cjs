// The page, one conversation of it, or its numbers as a file.
// What visitors and agents wrote is shown as text, never as HTML.
const { view, csv, id } = $('Sum Up').first().json;
const rows = new Map($input.all().map(({ json }) => [json.id, json]));
if (csv !== undefined) {
	const disposition = 'attachment; filename="ratings.csv"';
	return [{ json: { body: csv, type: 'text/csv; charset=utf-8', disposition } }];
}
const vendors = {}; // Filled in when the template is written.
const wordOf = (field, name) => (field === 'vendor' ? (vendors[name] ?? name) : name);
const zone = view?.zone ?? $now.zoneName;
const timeOf = (at) => DateTime.fromISO(String(at), { zone });

/** An address of this page: what is chosen, but for what is given. */
function link(changes) {
	const chosen = view.fields.map((field, i) => [field, view.wanted[i]]);
	const query = { days: view.days, zone, ...Object.fromEntries(chosen), ...changes };
	const parts = Object.entries(query).filter(([, value]) => value !== '');
	return `?${parts.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}

const labels = { vendor: 'Vendor', channel: 'Channel', inbox: 'Team', agent: 'Agent' };
const spans = { 1: 'Today', 7: '7 days', 30: '30 days', 90: '90 days' };
function controls() {
	const ranges = Object.entries(spans).map(
		([days, name]) =>
			`<a href="${esc(link({ days }))}"${Number(days) === view.days ? ' aria-current="true"' : ''}>${name}</a>`,
	);
	const selects = view.fields.map((field, i) => {
		const options = view.choices[i]
			.filter((name) => name !== '')
			.map(
				(name) =>
					`<option value="${esc(name)}"${name === view.wanted[i] ? ' selected' : ''}>${esc(wordOf(field, name))}</option>`,
			);
		return `<label>${labels[field]} <select name="${field}"><option value="">all</option>${options.join('')}</select></label>`;
	});
	return `<nav>${ranges.join('')}<a class="file" href="${esc(link({ csv: 1 }))}" download>CSV</a></nav>
<form><input type="hidden" name="days" value="${view.days}"><input type="hidden" name="zone" value="${esc(zone)}">${selects.join('')}<button>Show</button></form>`;
}

function tableBy(title, fields) {
	const named = new Map();
	for (const { names, tally } of view.groups) {
		const name = fields
			.map((field) => wordOf(field, names[view.fields.indexOf(field)]) || `${field} unknown`)
			.join(' · ');
		named.set(name, sumOf([tally, ...(named.has(name) ? [named.get(name)] : [])]));
	}
	const lines = [...named]
		.map(([name, tally]) => ({ name, tally, count: total(tally.stars) + total(tally.nps) }))
		.filter(({ count }) => count > 0)
		.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
	const drawn = lines
		.slice(0, 20)
		.map(
			({ name, tally }) =>
				`<tr><td>${bdi(name)}</td><td>${percent(csatOf(tally))}</td><td>${show(averageOf(tally), 2)}</td><td>${total(tally.stars)}</td><td>${show(npsOf(tally), 0)}</td></tr>`,
		);
	const more = lines.length > 20 ? `<p><small>and ${lines.length - 20} more</small></p>` : '';
	return `<section id="${fields[0]}"><h2>${title}</h2><table><tr><th></th><th>CSAT</th><th>of 5</th><th>ratings</th><th>NPS</th></tr>${drawn.join('')}</table>${more}</section>`;
}

const scoreOf = ({ csat, nps }) =>
	[typeof csat === 'number' ? csat.toFixed(1) : '', typeof nps === 'number' ? `NPS ${nps}` : '']
		.filter(Boolean)
		.join(', ');
const listOf = (ids) =>
	ids
		.map((row) => rows.get(row))
		.filter(Boolean)
		.map(
			(
				row,
			) => `<li><b>${scoreOf(row)}</b> <a href="${esc(link({ id: row.id }))}">${esc(wordOf('vendor', row.vendor))}, ${bdi(row.contact || 'a visitor')}</a>
<small>${bdi(row.agent)} ${timeOf(row.at).toFormat('d LLL, HH:mm')}</small><p>${bdi(row.comment)}</p></li>`,
		)
		.join('');

function dashboard() {
	const all = view.groups.length === 0 ? view.earlier : sumOf(view.groups.map((one) => one.tally));
	if (view.isEmpty) {
		return '<section id="empty" class="wide"><p>No rating yet. The first one appears here by itself, within five seconds.</p></section>';
	}
	const csat = csatOf(all);
	const then = csatOf(view.earlier);
	const rise = csat === undefined || then === undefined ? undefined : Math.round(csat - then);
	const change =
		rise === undefined
			? ''
			: `<p><small>${rise < 0 ? '▼' : '▲'} ${Math.abs(rise)} points against the ${view.days === 1 ? 'day' : spans[view.days]} before</small></p>`;
	const format = { 1: 'HH:mm', 7: 'ccc d' }[view.days] ?? 'd LLL';
	const bars = view.trend.map(({ at, tally }) => ({
		name: timeOf(at).toFormat(format),
		value: csatOf(tally),
		title: `${timeOf(at).toFormat('d LLL, HH:mm')}: ${percent(csatOf(tally))} of ${plural(total(tally.stars), 'rating')}`,
	}));
	const stars = [5, 4, 3, 2, 1].map((star) => ({ name: star, count: all.stars[star - 1] }));
	const kinds = ['Detractors, 0 to 6', 'Passives, 7 and 8', 'Promoters, 9 and 10'];
	return `
<section id="csat"><h2>CSAT <small>share of 4 and 5</small></h2><p class="big">${percent(csat)}</p>
<p>${plural(total(all.stars), 'rating')}, average <b>${show(averageOf(all), 2)}</b> of 5</p>${change}</section>
<section id="nps"><h2>NPS <small>−100 to 100</small></h2><p class="big">${show(npsOf(all), 0).replace('-', '−')}</p><p>${plural(total(all.nps), 'answer')} of 0 to 10</p></section>
<section id="response"><h2>Response rate <small>rated of ended</small></h2><p class="big">${percent(all.ended === 0 ? undefined : (all.rated / all.ended) * 100)}</p>
<p>${all.ended === 0 ? 'Known once the trigger also hears when conversations end.' : `${all.rated} of ${plural(all.ended, 'conversation')}`}</p></section>
<section id="trend" class="wide"><h2>CSAT in percent</h2>${trendChart(bars)}</section>
<section id="stars"><h2>Ratings</h2>${shares(stars)}</section>
<section id="kinds"><h2>Would recommend</h2>${shares(kinds.map((name, i) => ({ name, count: all.nps[i] })).reverse())}</section>
${tableBy('Vendor and channel', ['vendor', 'channel'])}
${tableBy('Team <small>department, project or site</small>', ['inbox'])}
${tableBy('Agent', ['agent'])}
<section id="worst"><h2>The worst five</h2><ol>${listOf(view.worst)}</ol></section>
<section id="comments"><h2>Newest comments</h2><ol>${listOf(view.comments)}</ol></section>`;
}

function conversation(row) {
	if (!row) return '<section class="wide"><h2>There is no such rating</h2></section>';
	const facts = [
		['Score', scoreOf(row)],
		['Comment', row.comment],
		['Visitor', row.contact],
		['Reach', row.reach],
		['Agent', row.agent],
		['Team', row.inbox],
		['Vendor', wordOf('vendor', row.vendor)],
		['Channel', row.channel],
		['Conversation', row.conversation],
		['At', timeOf(row.at).toFormat('d LLL yyyy, HH:mm')],
	].filter(([, value]) => value);
	const nothing = row.trouble
		? `The transcript could not be fetched: ${row.trouble}`
		: 'No transcript. It is kept of bad ratings: 3 stars and less, 6 and less of a net promoter score.';
	return `<section class="wide"><p><a href="?">Dashboard</a></p><h2>Rated conversation</h2>
<dl class="facts">${facts.map(([name, value]) => `<dt>${name}</dt><dd>${bdi(value)}</dd>`).join('')}</dl>
<h2>What was said</h2><p class="talk" dir="auto">${esc(row.talk || nothing)}</p></section>`;
}

const isDashboard = view !== undefined;
const token = $('Sign').first().json.token;
const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta http-equiv="content-security-policy" content="POLICY">
<title>Customer satisfaction</title>${isDashboard ? '<noscript><meta http-equiv="refresh" content="10"></noscript>' : ''}<style>STYLE</style></head>
<body data-live="${$workflow.id}-live" data-token="${esc(token)}" data-zone="${esc(zone)}"><header><h1>Customer satisfaction</h1>${isDashboard ? controls() : ''}</header>
<main>${isDashboard ? dashboard() : conversation(rows.get(id))}</main>
<footer>${isDashboard ? `<span id="age">Updated ${timeOf(view.at).toFormat('HH:mm:ss')}</span>, times in ${esc(zone)}` : ''}</footer>
${isDashboard ? `<script>SCRIPT</script>` : ''}</body></html>`;
return [{ json: { body, type: 'text/html; charset=utf-8', disposition: 'inline' } }];
