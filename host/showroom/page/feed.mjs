import { byId, el, facts, withLinks } from './dom.mjs';
import { newsOf, noveltyOf, remember } from './news.mjs';
import { ask } from './server.mjs';

/** Sections by the name the server has for them: title, and how one and several are called. */
const SECTIONS = {
	mails: { title: 'Mails', one: 'mail', empty: 'No workflow has sent an email yet.' },
	rows: { title: 'Rows', one: 'row', empty: 'No workflow has written into a data table yet.' },
	crm: { title: 'CRM', one: 'CRM entry', many: 'CRM entries', empty: 'The CRM is empty.' },
	tickets: { title: 'Tickets', one: 'ticket', empty: 'No workflow has opened a ticket yet.' },
	calls: { title: 'Calls', one: 'call', empty: 'n8n has called no vendor yet.' },
};
const NAMES = Object.keys(SECTIONS);
const INTERVAL_MS = 1000;

const tabs = byId('tabs');
const panel = byId('feed');
const news = byId('news');

let feed = Object.fromEntries(NAMES.map((name) => [name, []]));
let n8n;
let shownText = '';
let open = 'mails';
/** What somebody opened last, and whether that was since the last send. */
let favourite;
let hasChosen = false;

/** Shows the feed, and keeps it up to date as long as somebody can see it. */
export async function showFeed(address) {
	n8n = address;
	await keepFresh();
}

/** From now on, what comes is new. */
export function markKnown() {
	remember(feed);
	hasChosen = false;
}

const hasNews = (name) => feed[name].some((entry) => noveltyOf(name, entry));

/** Fetches once more, and shows what has changed. */
export async function refresh() {
	try {
		feed = await ask('feed');
	} catch (error) {
		news.textContent = error.message;
		shownText = '';
		return;
	}
	const withNews = NAMES.filter(hasNews);
	if (!hasChosen && withNews.length > 0)
		open = withNews.find((name) => name === favourite) ?? withNews[0];
	show();
}

async function keepFresh() {
	if (!document.hidden) await refresh();
	setTimeout(keepFresh, INTERVAL_MS);
}

function show() {
	tellNews();
	const text = JSON.stringify([feed, open, news.textContent]);
	if (text === shownText) return;
	shownText = text;
	for (const tab of tabs.children) {
		const { name } = tab.dataset;
		const isOpen = name === open;
		tab.textContent = `${SECTIONS[name].title} ${feed[name].length}`;
		tab.setAttribute('aria-selected', String(isOpen));
		tab.setAttribute('tabindex', isOpen ? '0' : '-1');
		if (isOpen) panel.setAttribute('aria-labelledby', tab.id);
	}
	const entries = feed[open].map((entry) => article(entry, noveltyOf(open, entry)));
	panel.replaceChildren(...(entries.length > 0 ? entries : [el('p', {}, SECTIONS[open].empty)]));
}

function tellNews() {
	const text = newsOf(feed, SECTIONS);
	if (news.textContent !== text) news.textContent = text;
}

function article({ title, fields, text }, novelty) {
	const heading = el(
		'h3',
		{},
		title || '(no subject)',
		...(novelty ? [' ', el('mark', {}, novelty)] : []),
	);
	return el('article', {}, heading, facts(fields), ...(text ? [withLinks(text, n8n)] : []));
}

/** Opens a section, which also opens of itself when it has news. */
export function choose(name) {
	open = name;
	favourite = name;
	hasChosen = true;
	show();
}

for (const name of NAMES) {
	const tab = el('button', {
		type: 'button',
		role: 'tab',
		id: `tab-${name}`,
		'aria-controls': 'feed',
		'data-name': name,
	});
	tab.addEventListener('click', () => choose(name));
	tabs.append(tab);
}
tabs.addEventListener('keydown', ({ key }) => {
	const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
	if (step === undefined) return;
	choose(NAMES.at((NAMES.indexOf(open) + step) % NAMES.length));
	byId(`tab-${open}`).focus();
});
show();
