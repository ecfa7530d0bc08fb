import { Refusal, startSide, type FarSide } from './farSide';

/** A shop that knows orders: `GET /orders/{number}`. */
export interface Shop extends FarSide {
	/** Status of each order by its number; there is one at the start. */
	readonly orders: Map<string, string>;
}

export async function startShop(): Promise<Shop> {
	const orders = new Map<string, string>();
	const reset = () => {
		orders.clear();
		orders.set('1042', 'on its way');
	};
	reset();
	const side = await startSide({
		host: 'shop.example.com',
		errorBody: () => ({ message: 'Down' }),
		serve: (app) => {
			app.get<{ Params: { id: string } }>('/orders/:id', ({ params }) => {
				const status = orders.get(params.id);
				if (status === undefined) throw new Refusal(404, { message: 'Unknown order' });
				return { id: params.id, status };
			});
		},
		reset,
	});
	return Object.assign(side, { orders });
}
