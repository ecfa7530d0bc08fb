import { byId } from './dom.mjs';
import { clearSearch, focusSelected, isEvent, move } from './events.mjs';

const payload = byId('payload');
const search = byId('search');

/** Lets the page be used without a mouse. */
export function listenToKeys({ send, forged, again }) {
	const keys = {
		ArrowDown: () => move(1),
		ArrowUp: () => move(-1),
		Enter: send,
		j: () => move(1),
		k: () => move(-1),
		f: forged,
		a: again,
		'/': () => search.focus(),
	};
	document.addEventListener('keydown', (event) => {
		const act = actionFor(event, keys, send);
		if (!act) return;
		event.preventDefault();
		// A key that is held down moves on, but sends once.
		if (!event.repeat || act === keys.ArrowDown || act === keys.ArrowUp || 'jk'.includes(event.key))
			act();
	});
}

function leaveSearch() {
	clearSearch();
	focusSelected();
}

function actionFor({ key, target, ctrlKey, metaKey, altKey }, keys, send) {
	if (target === payload) {
		if (key === 'Escape') return focusSelected;
		return key === 'Enter' && (ctrlKey || metaKey) ? send : undefined;
	}
	if (ctrlKey || metaKey || altKey) return undefined;
	if (target === search) {
		return { Escape: leaveSearch, ArrowDown: () => move(0), Enter: () => move(0) }[key];
	}
	// Letters can be switched off, for those who speak to their computer.
	if (key.length === 1) return byId('keys').checked ? keys[key] : undefined;
	// Other controls have their own use of these keys.
	return target === document.body || isEvent(target) ? keys[key] : undefined;
}
