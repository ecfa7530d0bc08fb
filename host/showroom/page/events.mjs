import { byId, el, isPhone } from './dom.mjs';

const list = byId('events');
const search = byId('search');

let buttons = [];
let selected;

const isShown = (button) => !button.parentElement.hidden;
const groupOf = (button) => button.closest('details');

/**
 * Fills the list of vendors and events.
 *
 * @param onSelect called with the vendor and the event that is selected
 */
export function showEvents(vendors, onSelect) {
	buttons = [];
	list.replaceChildren(...vendors.map((vendor) => groupFor(vendor, onSelect)));
	search.addEventListener('input', filter);
}

function groupFor(vendor, onSelect) {
	const entries = vendor.events.map((event) => {
		const button = el(
			'button',
			{ type: 'button', tabindex: '-1', 'data-id': `${vendor.name}/${event.name}` },
			`${event.title} `,
			el('code', {}, event.name),
		);
		button.addEventListener('click', () => select(button));
		button.choose = () => onSelect(vendor, event);
		buttons.push(button);
		return el('li', {}, button);
	});
	const count = el('small', {}, listenersOf(vendor));
	vendor.tellListeners = () => count.replaceChildren(listenersOf(vendor));
	const summary = el('summary', {}, `${vendor.title} `, count);
	return el('details', {}, summary, el('ul', { 'aria-label': vendor.title }, ...entries));
}

function listenersOf({ workflows: { length } }) {
	return length === 1 ? '1 workflow' : `${length || 'no'} workflows`;
}

function select(button) {
	selected?.removeAttribute('aria-current');
	selected?.setAttribute('tabindex', '-1');
	selected = button;
	button.setAttribute('aria-current', 'true');
	button.setAttribute('tabindex', '0');
	// On a phone the list folds away, or the payload would be far below it.
	if (search.value === '') openOnly(isPhone.matches ? undefined : groupOf(button));
	button.scrollIntoView({ block: 'nearest' });
	button.choose();
}

function openOnly(wanted) {
	for (const group of list.children) group.open = group === wanted;
}

/** Selects the event with that id (`vendor/event`), if there is one. */
export function selectById(id) {
	const button = buttons.find(({ dataset }) => dataset.id === id);
	if (button) select(button);
	return button !== undefined;
}

/** Selects and focuses the event that is `step` further of those shown; their first from elsewhere. */
export function move(step) {
	const shown = buttons.filter(isShown);
	const at = shown.indexOf(selected);
	const next = at === -1 ? shown[0] : shown[at + step];
	if (!next) return;
	select(next);
	next.focus();
}

export const focusSelected = () => selected?.focus();
export const isEvent = (element) => buttons.includes(element);

/** Shows all events again. */
export function clearSearch() {
	search.value = '';
	filter();
}

function filter() {
	const wanted = search.value.trim().toLowerCase();
	for (const button of buttons) {
		const text = `${groupOf(button).firstChild.textContent} ${button.textContent}`.toLowerCase();
		button.parentElement.hidden = !text.includes(wanted);
	}
	for (const group of list.children) {
		group.hidden = !group.querySelector('li:not([hidden])');
		group.open = wanted !== '' || group.contains(selected);
	}
	byId('no-match').hidden = buttons.some(isShown);
}
