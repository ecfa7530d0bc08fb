// n8n serves pages in a sandbox without an origin, where a browser sends no login along. So the page
// asks a second webhook, with a token that runs out within the hour and is replaced by each answer.
const page = document.body.dataset;
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const query = new URLSearchParams(location.search);
const EVERY_MS = 3000;
let updatedAt = Date.now();

function replace(section) {
	const old = document.getElementById(section.id);
	const selection = getSelection();
	const isSelected = !selection.isCollapsed && selection.containsNode(old, true);
	if (old.innerHTML === section.innerHTML || isSelected) return;
	const focused = old.contains(document.activeElement)
		? document.activeElement.getAttribute('href')
		: null;
	old.innerHTML = section.innerHTML;
	if (focused === null) return;
	[...old.querySelectorAll('a')]
		.find((link) => link.getAttribute('href') === focused)
		?.focus({ preventScroll: true });
}

async function update() {
	const headers = { authorization: 'Bearer ' + page.token };
	const answer = await fetch(page.live + '?' + query, { headers, cache: 'no-store' });
	if ([401, 403].includes(answer.status)) location.reload();
	if (!answer.ok) return;
	const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
	page.token = fresh.body.dataset.token;
	const sections = [...fresh.querySelectorAll('main section')];
	if (sections.every(({ id }) => document.getElementById(id))) sections.forEach(replace);
	else document.querySelector('main').innerHTML = fresh.querySelector('main').innerHTML;
	updatedAt = Date.now();
}

async function keepUpdated() {
	const startedAt = Date.now();
	// A failure shows: the seconds go on.
	if (!document.hidden) await update().catch(() => undefined);
	setTimeout(keepUpdated, Math.max(EVERY_MS, 3 * (Date.now() - startedAt)));
}

function tellAge() {
	const seconds = Math.round((Date.now() - updatedAt) / 1000);
	document.getElementById('age').textContent = 'Updated ' + seconds + ' s ago';
}

if (zone && zone !== page.zone && query.get('zone') !== zone) {
	query.set('zone', zone);
	location.replace('?' + query);
} else {
	setInterval(tellAge, 1000);
	setTimeout(keepUpdated, EVERY_MS);
}
